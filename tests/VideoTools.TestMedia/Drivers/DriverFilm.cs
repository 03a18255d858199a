namespace VideoTools.TestMedia.Drivers;

/// <summary>Writes films of an actor.</summary>
public static class DriverFilm
{
    /// <summary>Writes a film, frame by frame.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="width">Width of the actor's scene.</param>
    /// <param name="height">Its height.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="seconds">Length.</param>
    /// <param name="script">What is done when.</param>
    /// <param name="noise">Strength of a camera's noise, 0 to 100.</param>
    public static void Write(
        string path, DriverActor actor, int width, int height, int rate, double seconds, Func<double, DriverMoment> script, int noise = 3) =>
        Ffmpeg.Feed(
            [
                "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", FormattableString.Invariant($"{width}x{height}"),
                "-r", FormattableString.Invariant($"{rate}"), "-i", "pipe:0",
                "-vf", FormattableString.Invariant($"noise=alls={noise}:allf=t:all_seed=1"),
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", path,
            ],
            input =>
            {
                for (var frame = 0; frame < seconds * rate; frame++)
                {
                    input.Write(actor.Draw(script((double)frame / rate)).Pixels);
                }
            });
}

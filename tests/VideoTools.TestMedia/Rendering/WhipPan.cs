namespace VideoTools.TestMedia.Rendering;

/// <summary>Rests, then whips across the whole source within <paramref name="WhipFrames"/> frames, then rests again.</summary>
public sealed record WhipPan(double Scale, int WhipFrames, double StartAt, bool Leftwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = Math.Clamp((index - (StartAt * count)) / WhipFrames, 0, 1);
        var eased = progress * progress * (3 - (2 * progress));
        return (Leftwards ? 1 - eased : eased, 0.5, 1);
    }
}

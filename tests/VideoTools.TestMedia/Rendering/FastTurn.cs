namespace VideoTools.TestMedia.Rendering;

/// <summary>A camera without a shutter (a game's) that turns across the whole source within a few frames, and rests before and after.</summary>
public sealed record FastTurn(double Scale, int TurnFrames, double StartAt, bool Leftwards = false, bool Vertical = false) : Camera(Scale)
{
    public override bool MotionBlur => false;

    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = Math.Clamp((index - (StartAt * count)) / TurnFrames, 0, 1);
        progress = Leftwards ? 1 - progress : progress;
        return Vertical ? (0.5, progress, 1) : (progress, 0.5, 1);
    }
}

namespace VideoTools.TestMedia.Rendering;

/// <summary>A zoom into (or out of) the middle over the whole shot.</summary>
public sealed record ZoomMove(double Scale, bool Outwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = count <= 1 ? 0 : (double)index / (count - 1);
        progress = Outwards ? 1 - progress : progress;
        return (0.5, 0.5, Scale - ((Scale - 1) * progress * 0.98) - 0.01);
    }
}

namespace VideoTools.TestMedia.Rendering;

/// <summary>A steady pan from one side to the other over the whole shot.</summary>
public sealed record SteadyPan(double Scale, bool Vertical = false, bool Backwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = count <= 1 ? 0 : (double)index / (count - 1);
        progress = Backwards ? 1 - progress : progress;
        return Vertical ? (0.5, progress, 1) : (progress, 0.5, 1);
    }
}

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Turns "above threshold" of each frame into cuts that keep a minimum distance, merging bursts (flashes) into one cut.</summary>
// Method: PySceneDetect's flash filter in MERGE mode (BSD-3), restated. A frame above the threshold is a cut when the last frame above
// it lies at least the minimum length back. Once a first cut was made, a frame that comes sooner opens a burst; the burst ends
// after a quiet minimum length, and counts as one cut at its last frame when it lasted the minimum length itself.
internal sealed class FlashFilter(double minimumSeconds)
{
    /// <summary>Container time stamps are rounded (Matroska: to 1 ms), so equal lengths may differ by as much.</summary>
    private const double Rounding = 0.001;

    private Mark? _lastAbove;
    private Mark? _burstStart;
    private bool _anyCut;

    /// <summary>Tells the cut that this frame decides, or null. It may be an earlier frame.</summary>
    public Mark? Filter(Mark frame, bool above)
    {
        if (minimumSeconds <= 0)
        {
            return above ? frame : null;
        }

        _lastAbove ??= frame;
        var quiet = IsMinimum(_lastAbove.Value, frame);
        if (above)
        {
            _lastAbove = frame;
        }

        if (_burstStart is { } start)
        {
            if (quiet && !above && IsMinimum(start, _lastAbove.Value))
            {
                _burstStart = null;
                return _lastAbove;
            }

            return null;
        }

        if (!above)
        {
            return null;
        }

        if (quiet)
        {
            _anyCut = true;
            return frame;
        }

        if (_anyCut)
        {
            _burstStart = frame;
        }

        return null;
    }

    private bool IsMinimum(Mark from, Mark to) => to.Seconds - from.Seconds >= minimumSeconds - Rounding;

    /// <summary>A frame, its time and its score.</summary>
    public readonly record struct Mark(FrameStamp Frame, double Seconds, double Score);
}

// Decides which frame pairs count as motion, so that a scene cut does not add a spike to every window.
// Method: online. A pair is taken for a cut when its mean change exceeds MinimumChange levels and Ratio times the running mean
// (exponential, weight 1/8) of the accepted pairs; straight after a cut the next pair is always accepted, since two large changes
// in a row are movement (a whip pan), not two cuts, and set the running mean anew. Causal, constant memory. A cut that hides in
// stronger motion stays in, where it matters least; scene records come from the scene detectors, never from here.
namespace VideoTools.Engine.Imaging;

/// <summary>Tells cuts from motion by the mean luma change of successive frame pairs.</summary>
internal sealed class CutGate
{
    /// <summary>Smaller mean changes, in luma levels, are never taken for a cut.</summary>
    public const double MinimumChange = 10;

    private const double Ratio = 4;

    // What is usual before anything was seen: at the first pair only a change of the whole picture is a cut.
    private const double InitialChange = 5;
    private double _usual = InitialChange;
    private bool _justCut;

    /// <summary>True when the pair is motion, false when it crosses a cut.</summary>
    /// <param name="meanChange">Mean change of the pair in luma levels.</param>
    public bool Accept(double meanChange)
    {
        var spike = meanChange > MinimumChange && meanChange > Ratio * _usual;
        if (spike && !_justCut)
        {
            _justCut = true;
            return false;
        }

        // A second spike in a row: this is the new usual.
        _usual = spike ? meanChange : _usual + ((meanChange - _usual) / 8);
        _justCut = false;
        return true;
    }
}

namespace VideoTools.Engine.Features.Text;

/// <summary>The constants of <see cref="TextTracker"/> and <see cref="TextTrack"/>.</summary>
// Set by hand on the development set of docs/accuracy-text.md, reading what "./build.sh bench text --explain" lists; the held-out set
// only reports. No sweep is on record. Similarity: 0 to 1, see TextSimilarity. Overlap: intersection over union of upright boxes, 0 to 1.
internal sealed record TextTrackerTuning
{
    /// <summary>The values in use.</summary>
    public static TextTrackerTuning Default { get; } = new();

    /// <summary>Least similarity of a line that continues a track whose box it touches.</summary>
    public double SameText { get; init; } = 0.5;

    /// <summary>Least overlap that counts as touching.</summary>
    public double TouchingOverlap { get; init; } = 0.1;

    /// <summary>Least similarity of a line that continues a track which is only near: moving text.</summary>
    public double SurelySameText { get; init; } = 0.7;

    /// <summary>How far a moving text may go in a second, in widths of the picture; the height of the line comes on top.</summary>
    public double LargestStep { get; init; } = 0.15;

    /// <summary>Least overlap of a line that continues a track which the picture still shows there, though the reading differs.</summary>
    public double SamePlace { get; init; } = 0.6;

    /// <summary>Least similarity of such a line.</summary>
    public double AlikeAtSamePlace { get; init; } = 0.3;

    /// <summary>Share of a new line inside the box of a track from which it is a piece of that text, 0 to 1.</summary>
    public double Contained { get; init; } = 0.6;

    /// <summary>Readings in a row that may miss a text which the picture still shows.</summary>
    public int MaximumMissed { get; init; } = 3;

    /// <summary>Small pictures that are kept to find a start before the last reading: about 1.3 s at 30 frames per second.</summary>
    public int HistoryLength { get; init; } = 40;

    /// <summary>Correlation (-1 to 1) from which a picture shows the text, see <see cref="TextPatch"/>.</summary>
    public double Shown { get; init; } = 0.6;

    /// <summary>Pixels of the small picture that a text may move by from one frame to the next, in each direction.</summary>
    public int Reach { get; init; } = 2;
}

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
    public int MaximumMissed { get; init; } = 8;

    /// <summary>Small pictures that are kept to find a start before the last reading: about 2 s at 30 frames per second.</summary>
    public int HistoryLength { get; init; } = 64;

    /// <summary>Correlation (-1 to 1) from which a picture shows the text, see <see cref="TextPatch"/>.</summary>
    public double Shown { get; init; } = 0.6;

    /// <summary>Pixels of the small picture that a text may move by from one frame to the next, in each direction.</summary>
    public int Reach { get; init; } = 2;

    /// <summary>The same for a picture after others that do not show it: a blink.</summary>
    public double ShownAgain { get; init; } = 0.8;

    /// <summary>Longest time in seconds that a text may be dark for and still be the same one.</summary>
    public double Blink { get; init; } = 0.7;

    /// <summary>Small pictures that a mean is made of where the single picture does not show a text: noise, see-through signs.</summary>
    public int MeanFrames { get; init; } = 10;

    /// <summary>Correlation from which a mean of pictures shows the text.</summary>
    public double ShownInMean { get; init; } = 0.6;

    /// <summary>Probability (0 to 1) from which the network is sure of a letter.</summary>
    public double SureLetter { get; init; } = 0.8;

    /// <summary>Probability of all letters of two lines without a common one from which they are two texts: 8 and 9 look alike.</summary>
    public double BeyondDoubt { get; init; } = 0.95;

    /// <summary>Correlation from which the large picture shows the same letter as before.</summary>
    public double SameLetter { get; init; } = 0.6;

    /// <summary>Seconds that a text whose letters move must be the same for to be no beginning of a longer one.</summary>
    public double Stage { get; init; } = 1.2;

    /// <summary>The same for a number that goes on: "Step 1", "Step 12".</summary>
    public double StageOfANumber { get; init; } = 0.4;

    /// <summary>Least letters of a line that can be a window of a ticker.</summary>
    public int TickerLength { get; init; } = 12;

    /// <summary>Least overlap with a text that another one replaces.</summary>
    public double Replaced { get; init; } = 0.2;

    /// <summary>Texts whose end is remembered: what follows at their place began later.</summary>
    public int EndedLength { get; init; } = 32;

    /// <summary>Least share of a line that was known before, in a text that is not known to be a ticker.</summary>
    public double TickerKnown { get; init; } = 0.5;

    /// <summary>The same where the letters around it did not change at all.</summary>
    public double SurelySameLetter { get; init; } = 0.9;

    /// <summary>What a changed letter's correlation is below that of those which stayed.</summary>
    public double Unlike { get; init; } = 0.06;

    /// <summary>What the correlation of a letter that changed beyond doubt is below that.</summary>
    public double QuiteUnlike { get; init; } = 0.3;

    /// <summary>Probability from which such a letter counts.</summary>
    public double ProbableLetter { get; init; } = 0.5;
}

namespace VideoTools.TestMedia.Follow;

/// <summary>A recipe: textured ovals that move over a textured background.</summary>
/// <param name="Name">Name of the clip.</param>
/// <param name="Scenery">What the background does.</param>
/// <param name="Moves">The subjects.</param>
/// <param name="Seconds">Length.</param>
public sealed record SubjectClipSpec(string Name, Scenery Scenery, IReadOnlyList<SubjectMove> Moves, double Seconds)
{
    /// <summary>Width of the picture.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height of the picture.</summary>
    public int Height { get; init; } = 360;

    /// <summary>Frames a second.</summary>
    public int Rate { get; init; } = 25;

    /// <summary>Width of a subject, share of the picture's width.</summary>
    public double SubjectWidth { get; init; } = 0.11;

    /// <summary>Height of a subject, share of the picture's height.</summary>
    public double SubjectHeight { get; init; } = 0.4;

    /// <summary>Black bars left, top, right and bottom, in pixels.</summary>
    public (int Left, int Top, int Right, int Bottom) Bars { get; init; }

    /// <summary>The bars from half the length on; the same as before by default.</summary>
    public (int Left, int Top, int Right, int Bottom)? LaterBars { get; init; }

    /// <summary>Factor on all light above black: below 1 the clip is dark.</summary>
    public double Light { get; init; } = 1;

    /// <summary>Frames in which nothing is seen of the subjects, as if they were lost for a moment: from and to in seconds.</summary>
    public (double From, double To) Hidden { get; init; }

    /// <summary>Seconds at which a short bright spot flashes far from the subject; below 0 for never.</summary>
    public double FlashAt { get; init; } = -1;

    /// <summary>Number of frames.</summary>
    public int FrameCount => (int)Math.Round(Seconds * Rate);

    /// <summary>The box of a subject in a frame, in shares of the sides.</summary>
    public (double Left, double Top, double Right, double Bottom) BoxAt(int subject, int frame)
    {
        var (x, y) = Moves[subject].At((double)frame / Rate);
        return (x - (SubjectWidth / 2), y - (SubjectHeight / 2), x + (SubjectWidth / 2), y + (SubjectHeight / 2));
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name} {Scenery} {string.Join(',', Moves)} {Seconds} {Width}x{Height}@{Rate} {SubjectWidth} {SubjectHeight} {Bars} {LaterBars} {Light} {Hidden} {FlashAt}");
}

using System.Globalization;

namespace VideoTools.TestMedia.Rendering;

/// <summary>Where the frames of a shot come from: ffmpeg input arguments, and how many frames there are.</summary>
/// <param name="Name">Names the scenery: two shots of one name look alike.</param>
public abstract record ShotSource(string Name)
{
    /// <summary>Number of frames, <see cref="int.MaxValue"/> when without end.</summary>
    public virtual int Available => int.MaxValue;

    /// <summary>True when all frames are the same.</summary>
    public virtual bool IsStill => false;

    /// <summary>ffmpeg arguments from the first to the -i and its value, for a picture of the size wanted.</summary>
    public abstract IReadOnlyList<string> Input(int width, int height, Rational rate);

    /// <summary>Filters to put first, for example a cropping away of black bars.</summary>
    public virtual string Prefilter => "";
}

/// <summary>A film excerpt without a transition inside: frames <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="Film">bbb, sintel or globe.</param>
public sealed record FilmExcerpt(string Film, int First, int Last, int Skip = 0) : ShotSource(FilmProxy.Scenery(Film, First))
{
    public override int Available => Last - First + 1 - Skip;

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => FilmProxy.Input(Film, First + Skip);

    /// <summary>The same excerpt, begun later.</summary>
    public FilmExcerpt From(int skip) => this with { Skip = skip };
}

/// <summary>One frame of a film, held.</summary>
public sealed record FilmStill(string Film, int Frame) : ShotSource(FilmProxy.Scenery(Film, Frame))
{
    public override bool IsStill => true;

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => FilmProxy.Input(Film, Frame);
}

/// <summary>A picture file of the user's, held (private validation only: nothing committed needs one).</summary>
public sealed record PictureStill(string Path) : ShotSource(System.IO.Path.GetFileName(Path))
{
    public override bool IsStill => true;

    public override string Prefilter => "crop=w='min(iw,ih*16/9)':h='min(ih,iw*9/16)'";

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => ["-i", Path];
}

/// <summary>One of ffmpeg's own sources; <paramref name="Graph"/> holds {w}, {h} and {r} for width, height and rate.</summary>
public sealed record Synthetic(string Label, string Graph, bool Still = false) : ShotSource(Label)
{
    public override bool IsStill => Still;

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) =>
    [
        "-f", "lavfi", "-i",
        Graph.Replace("{w}", width.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{h}", height.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{r}", rate.ToString(), StringComparison.Ordinal),
    ];
}

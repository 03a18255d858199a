using System.Globalization;

namespace VideoTools.TestMedia.Rendering;

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

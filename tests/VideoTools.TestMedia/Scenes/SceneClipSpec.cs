using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>The recipe of a clip: n shots and n - 1 transitions between them.</summary>
public sealed record SceneClipSpec(string Name, IReadOnlyList<Shot> Shots, IReadOnlyList<TransitionSpec> Transitions)
{
    public int Width { get; init; } = 640;

    public int Height { get; init; } = 360;

    public Rational Rate { get; init; } = new(25, 1);

    /// <summary>Drops about a third of the frames, irregularly, and keeps the times of the others.</summary>
    public bool VariableRate { get; init; }

    /// <summary>Draws the shot's number as a bar code of black and white blocks along the top, for tests of the truth itself.</summary>
    public bool BarCode { get; init; }

    /// <summary>Frames that fade in from black at the very beginning (not scored).</summary>
    public int FadeIn { get; init; }

    /// <summary>What is drawn over the finished pictures, transitions included, by the number of the picture: titles, subtitles.</summary>
    public IReadOnlyList<FrameEffect> Overlays { get; init; } = [];

    /// <summary>What happens to the clip as a whole; null for nothing.</summary>
    public SceneFinish? Finish { get; init; }

    /// <summary>The recipe as text, the same in every culture.</summary>
    public string Key
    {
        get
        {
            // Records print their numbers in the current culture; a clip must have one name everywhere.
            var culture = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            try
            {
                return $"{Width}x{Height}@{Rate} vfr={(VariableRate ? KeepExpression : "False")} bars={BarCode} in={FadeIn}\n"
                    + string.Join('\n', Shots.Select(s => s.Key)) + '\n' + string.Join('\n', Transitions)
                    + (Overlays.Count == 0 ? "" : "\nover " + string.Join('&', Overlays)) + (Finish is null ? "" : "\nfinish " + Finish.Key);
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        }
    }

    /// <summary>Whether frame <paramref name="index"/> survives in a variable-rate clip. ffmpeg gets the same rule as an expression.</summary>
    public static bool IsKept(long index) => ((5 * index * index * index) + (3 * index * index) + (7 * index)) % 17 < 11;

    internal static string KeepExpression => "lt(mod(5*n*n*n+3*n*n+7*n\\,17)\\,11)";
}

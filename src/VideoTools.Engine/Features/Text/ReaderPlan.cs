using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>Which languages Tesseract is asked for, in which order.</summary>
/// <param name="Latin">Data of languages in Latin letters.</param>
/// <param name="Others">Data of other letters, asked for what no Latin language fits.</param>
/// <param name="Missing">Languages that were named and have no data here.</param>
/// <param name="ReadsAll">True when every line is read, false for those in doubt.</param>
/// <param name="Replaces">True when its reading stands for itself.</param>
internal sealed record ReaderPlan(
    IReadOnlyList<string> Latin, IReadOnlyList<string> Others, IReadOnlyList<string> Missing, bool ReadsAll, bool Replaces)
{
    /// <summary>True when there is a language to ask for.</summary>
    public bool IsAny => Latin.Count + Others.Count > 0;

    /// <summary>True when PP-OCR alone reads what was asked for.</summary>
    public static bool IsBuiltIn(TextOptions options) => options.Engine == TextEngine.PPOcr
        || (options.Engine == TextEngine.Auto && Names(options) is { Count: > 0 } names && names.TrueForAll(TesseractLanguages.IsBuiltIn));

    /// <summary>The plan.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="installed">Names of the data there is.</param>
    public static ReaderPlan Of(TextOptions options, IReadOnlyList<string> installed)
    {
        var names = Names(options);
        var script = installed.FirstOrDefault(TesseractLanguages.IsLatinScript);
        var replaces = options.Engine == TextEngine.Tesseract;
        if (names.Count == 0)
        {
            // The data of all Latin letters reads them alone well enough to be asked first.
            IEnumerable<string> latin = TesseractLanguages.LatinByUse.Where(installed.Contains);
            return new ReaderPlan(
                [.. script is null ? latin : latin.Prepend(script)], [.. TesseractLanguages.OthersByUse.Where(installed.Contains)],
                [], replaces, replaces);
        }

        var wanted = names.Where(name => replaces || !TesseractLanguages.IsBuiltIn(name)).ToList();
        var found = wanted.Select(name => installed.Contains(name) ? name : TesseractLanguages.IsLatin(name) ? script : null).ToList();
        var latinFound = found.OfType<string>().Where(TesseractLanguages.IsLatin).ToList();
        if (latinFound.Count > 0 && script is not null && !replaces)
        {
            // What the language's own data does not fit, the data of all Latin letters may: it was trained on more type faces.
            latinFound.Add(script);
        }

        return new ReaderPlan(
            [.. latinFound.Distinct()],
            [.. found.OfType<string>().Where(name => !TesseractLanguages.IsLatin(name)).Distinct()],
            [.. wanted.Where((_, i) => found[i] is null)], ReadsAll: true, replaces);
    }

    private static List<string> Names(TextOptions options) =>
        [.. (options.Language ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(TesseractLanguages.NameOf).Distinct()];
}

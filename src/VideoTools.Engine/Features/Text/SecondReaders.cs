// What is asked for and what is installed decide who reads. Named outright (-Engine Tesseract, -TesseractPath), Tesseract must be
// there; else its absence is a warning, the same for all files (a session shows it once), when it is needed: at once for a language
// that was named, and otherwise when the first line shows something that nobody here can read.
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>Makes the second reader of a file.</summary>
internal static class SecondReaders
{
    /// <summary>The reader; null where PP-OCR alone was asked for.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="warn">Takes what the user should know.</param>
    /// <exception cref="VideoToolsException">ModelMissing: Tesseract, which was asked for, or its data is not there.</exception>
    public static SecondReader? Create(TextOptions options, Action<string> warn)
    {
        if (options.Engine == TextEngine.PPOcr)
        {
            return null;
        }

        if (ReaderPlan.IsBuiltIn(options))
        {
            return new SecondReader(null, new ReaderPlan([], [], [], ReadsAll: false, Replaces: false), _ => { }, _ => { });
        }

        var (program, problem) = TesseractProgram.Find(options.TesseractPath);
        if (program?.Problem is { } silent)
        {
            (program, problem) = (null, $"'{program!.Executable}' does not say which languages it has: {silent}.");
        }

        var plan = ReaderPlan.Of(options, program?.Languages ?? []);
        var lacking = plan.Missing.Count == 0 ? null : Lacking(program, problem, plan.Missing);
        if ((program is null && (plan.Replaces || options.TesseractPath is not null)) || (plan.Replaces && !plan.IsAny))
        {
            throw new VideoToolsException(
                VideoErrorId.ModelMissing, options.TesseractPath ?? "tesseract",
                program is null ? problem! : lacking ?? "Tesseract has no languages.",
                Advice(plan.Missing) + (program is null
                    ? $" Or name it with -TesseractPath (--tesseract-path) or {TesseractProgram.EnvironmentVariable}."
                    : ""));
        }

        if (lacking is not null)
        {
            warn($"{lacking} PP-OCR reads that text, without letters that it does not know. {Advice(plan.Missing)}");
        }

        var isTold = lacking is not null;
        return new SecondReader(
            program is null ? null : new TesseractReader(program), plan,
            _ =>
            {
                if (!isTold)
                {
                    isTold = true;
                    warn("Some on-screen text shows accents or letters that PP-OCR does not know"
                        + (program is null
                            ? $". {problem}"
                            : $", nor do the languages that Tesseract has ({string.Join(", ", program.Languages)}).")
                        + $" Its Confidence is at most {TextScale.LackingConfidence:0.0}. {Advice([])}");
                }
            },
            problem => warn($"Tesseract cannot be used: {problem}. PP-OCR reads the rest of the text alone."));
    }

    /// <summary>What the results depend on beside the options; nothing where PP-OCR alone reads.</summary>
    public static string Fingerprint(TextOptions options) =>
        ReaderPlan.IsBuiltIn(options) ? "" : TesseractProgram.Find(options.TesseractPath).Program?.Fingerprint ?? "no Tesseract";

    private static string Lacking(TesseractProgram? program, string? problem, IReadOnlyList<string> missing) => program is null
        ? $"Text in {string.Join(", ", missing)} needs Tesseract. {problem}"
        : $"Tesseract has no data for {string.Join(", ", missing)} (it has {string.Join(", ", program.Languages)}).";

    private static string Advice(IReadOnlyList<string> missing)
    {
        var data = missing.Count > 0
            ? string.Join(' ', missing.Select(name => "tesseract-ocr-" + name.ToLowerInvariant().Replace('_', '-')))
            : "tesseract-ocr-script-latn";
        return $"Install Tesseract with the data of the language, for example 'apt install tesseract-ocr {data}'.";
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Media.Tesseract;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Text;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Character error rates of PP-OCR, Tesseract and both together, by language: a table of docs/accuracy-text.md.</summary>
internal sealed class LanguageCommand : ICommand
{
    private const double Seconds = 0.6;
    private static readonly int[] Sizes = [30, 44, 60];

    public string Summary => "error rates of on-screen text in six languages, by engine (--write, --explain, --only CODE)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (!Fonts.AreComplete)
        {
            Console.Error.WriteLine("NOT RUN: the fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback).");
            return 1;
        }

        var (program, problem) = TesseractProgram.Find(null);
        if (program is null)
        {
            Console.Error.WriteLine($"NOT RUN: {problem} (Debian: tesseract-ocr and tesseract-ocr-deu -fra -spa -swe -pol -rus).");
            return 1;
        }

        var only = Arguments.Text(arguments, "--only");
        Action<string>? explain = arguments.Contains("--explain") ? Console.WriteLine : null;
        var text = new StringBuilder();
        text.Append("| language | lines | PP-OCR alone | Tesseract alone | Auto | Auto, language named |\n|---|---|---|---|---|---|\n");
        var totals = new Dictionary<string, TextScore>(StringComparer.Ordinal);
        foreach (var (code, phrases) in LanguagePhrases.All.Where(p => only is null || p.Key == only))
        {
            var clips = Sizes.Select(size => Draw(code, phrases, size)).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"| {code} | {phrases.Length * Sizes.Length} |");
            foreach (var (name, options) in Ways(code))
            {
                var watch = Stopwatch.StartNew();
                var score = clips.Select(clip => Score(clip, phrases, options, explain)).Aggregate((a, b) => a + b);
                totals[name] = totals.GetValueOrDefault(name, new TextScore()) + score;
                text.Append(CultureInfo.InvariantCulture, $" {score.CharacterErrorRate:0.0 %} |");
                explain?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{code} {name}: {score.CharacterErrorRate:0.0 %}, {watch.Elapsed.TotalSeconds:0.0} s"));
            }

            text.Append('\n');
        }

        text.Append("| all | |").Append(string.Concat(totals.Values.Select(t =>
            string.Create(CultureInfo.InvariantCulture, $" {t.CharacterErrorRate:0.0 %}, {t.Exact} of {t.Truth} exact |")))).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"\nTesseract's data: {string.Join(", ", program.Languages)}.\n");
        Console.WriteLine(text);
        if (arguments.Contains("--write"))
        {
            MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-text.md"), "language", text.ToString());
        }

        return totals.Count == 4 && totals["auto"].CharacterErrorRate <= Math.Min(totals["PP-OCR"].CharacterErrorRate, totals["Tesseract"].CharacterErrorRate)
            ? 0 : 1;
    }

    private static IEnumerable<(string Name, TextOptions Options)> Ways(string code) =>
    [
        ("PP-OCR", new TextOptions { Engine = TextEngine.PPOcr }),
        ("Tesseract", new TextOptions { Engine = TextEngine.Tesseract, Language = code }),
        ("auto", new TextOptions()),
        ("named", new TextOptions { Language = code }),
    ];

    private static TextScore Score(string clip, string[] phrases, TextOptions options, Action<string>? explain)
    {
        var records = EngineRuns.Run(new AnalysisRequest(options) { Engine = new EngineOptions { Cache = CacheMode.Off } }, clip).Cast<VideoText>();
        return TextScore.Of(
            [.. phrases.Select(p => (p, 0.0, Seconds, "line", 0))], [.. records.Select(r => new TextReading(r.Text, r.StartSeconds, r.EndSeconds))],
            0.5, explain);
    }

    // A still frame over a gradient: what is measured is reading, not following.
    private static string Draw(string code, string[] phrases, int size)
    {
        var filters = phrases.Select((phrase, i) =>
        {
            var file = MediaCache.GetOrCreate("language-line", "line.txt", phrase, target => File.WriteAllText(target, phrase));
            var font = Fonts.Latin[i % 2 == 0 ? 1 : 3];
            return string.Create(CultureInfo.InvariantCulture,
                $"drawtext=fontfile='{font}':textfile='{file}':expansion=none:fontsize={size}:x=(w-tw)/2:y={50 + (i * 110)}:fontcolor=white:borderw=2");
        });
        var filter = string.Join(',', filters);
        return MediaCache.GetOrCreate($"language-{code}", $"{code}-{size}.mp4", filter, target => Ffmpeg.Run(
            "-f", "lavfi", "-i", FormattableString.Invariant($"gradients=s=1280x720:r=10:d={Seconds}:c0=0x203040:c1=0x607050:seed=3:speed=0.00001"),
            "-vf", filter, "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", target));
    }
}

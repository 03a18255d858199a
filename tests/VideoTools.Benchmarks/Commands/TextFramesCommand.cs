using System.Diagnostics;
using System.Globalization;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Text;

namespace VideoTools.Benchmarks.Commands;

/// <summary>The middle frame of every generated overlay, read by our models and, where it is installed, by Tesseract.</summary>
internal sealed class TextFramesCommand : ICommand
{
    public string Summary => "read single frames beside Tesseract (--held-out, --every N overlays)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (!Fonts.AreComplete)
        {
            Console.Error.WriteLine("NOT RUN: the fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback).");
            return 1;
        }

        var every = Math.Max(1, int.Parse(arguments.SkipWhile(a => a != "--every").Skip(1).FirstOrDefault() ?? "1", CultureInfo.InvariantCulture));
        var plan = arguments.Contains("--held-out") ? TextSetPlan.HeldOut : TextSetPlan.Development;
        var reader = new PaddleTextReader(new TextOptions { Engine = TextEngine.PPOcr });
        var tesseract = HasTesseract();
        if (!tesseract)
        {
            Console.WriteLine("tesseract is not installed: its row is missing.");
        }

        var (ours, theirs, oursTime, theirsTime, number) = (new TextScore(), new TextScore(), 0.0, 0.0, 0);
        foreach (var spec in new TextSetComposer(plan).Compose())
        {
            var clip = TextClipBuilder.Build(spec);

            // Chinese needs another language file of Tesseract's: left out for both.
            foreach (var overlay in spec.Overlays.Where(o => o.Kind != "chinese" && number++ % every == 0))
            {
                var seconds = ((overlay.StartFrame + overlay.EndFrame) / 2 / (double)spec.Rate).ToString("0.###", CultureInfo.InvariantCulture);
                var (width, height) = AnalysisSize.Fit(spec.Width, spec.Height, TextAnalyzer.LongSide);
                var pixels = Ffmpeg.Capture("-ss", seconds, "-i", clip.Path, "-frames:v", "1",
                    "-vf", FormattableString.Invariant($"scale={width}:{height}:flags=area,format=rgb24"), "-f", "rawvideo", "-");
                var watch = Stopwatch.StartNew();
                var lines = reader.Read([new VideoFrame(pixels, null, FrameFormat.Rgb24, width, height, 0, 0, new Rational(1, 1))])[0];
                oursTime += watch.Elapsed.TotalSeconds;
                ours += Score(overlay, lines.Select(l => l.Text));
                if (tesseract)
                {
                    var picture = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"videotools-{Environment.ProcessId}.png"));
                    Ffmpeg.Run("-ss", seconds, "-i", clip.Path, "-frames:v", "1", picture);
                    watch.Restart();
                    theirs += Score(overlay, Tesseract(picture));
                    theirsTime += watch.Elapsed.TotalSeconds;
                    File.Delete(picture);
                }
            }
        }

        Print("PP-OCRv4 here", ours, oursTime);
        if (tesseract)
        {
            Print("tesseract psm 11", theirs, theirsTime);
        }

        return 0;
    }

    private static void Print(string name, TextScore score, double seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-18} {score.Truth} overlays, read {score.Matched}, exact {score.Exact}, CER {score.CharacterErrorRate:0.0 %}, {seconds / Math.Max(1, score.Truth) * 1000:0} ms a frame"));

    // Other overlays of the frame are nobody's mistake: only the best line counts.
    private static TextScore Score(TextOverlay overlay, IEnumerable<string> lines) =>
        TextScore.Of([(overlay.Text, 0, 1, overlay.Kind, overlay.Size)], [.. lines.Select(l => new TextReading(l, 0, 1))]);

    private static List<string> Tesseract(string picture)
    {
        var start = new ProcessStartInfo("tesseract") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { picture, "-", "--psm", "11", "-l", "eng" })
        {
            start.ArgumentList.Add(argument);
        }

        // More threads make it slower on few cores.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.Wait();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static bool HasTesseract()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("tesseract", "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

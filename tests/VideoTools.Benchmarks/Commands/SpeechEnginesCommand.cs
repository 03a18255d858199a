using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Benchmarks.Speech;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// speech-engines [tiny|base|small] [--runs N] [--write]: the same weights through both engines, by turns: word error rate, times of words,
/// processor time.
/// </summary>
internal sealed class SpeechEnginesCommand : ICommand
{
    private const int UsualRuns = 3;

    private sealed record Row(string Sound, string Engine, string Rate, string Words, double Cpu, double Wall);

    public string Summary => "word error rate and processor time of both engines of speech, same weights";

    public int Run(IReadOnlyList<string> arguments)
    {
        var size = Enum.TryParse<SpeechModel>(Arguments.Positional(arguments) ?? "base", ignoreCase: true, out var named) ? named : SpeechModel.Base;
        if (!Ffmpeg.IsAvailable || UserModel.Of(size) is not { } file)
        {
            Console.Error.WriteLine($"speech-engines: ffmpeg is not on the PATH, or whisper-{size} is not in .assets (./build.sh models).");
            return 2;
        }

        var runs = Arguments.Number(arguments, "--runs", UsualRuns);
        var options = new SpeechOptions { Model = size, WordTimestamp = true };
        (string Name, SpeechOptions Options)[] engines = [("ONNX Runtime", options), ("whisper.cpp", options with { ModelPath = file })];
        var rows = Sounds().SelectMany(sound => Compare(sound, engines, runs)).ToList();
        var table = Table(size, runs, rows);
        Console.Write(table);
        if (arguments.Contains("--write", StringComparer.Ordinal))
        {
            MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-speech.md"), "engines", table);
        }

        return 0;
    }

    private static IEnumerable<SpokenText> Sounds()
    {
        foreach (var recording in new[] { SpokenTexts.Kennedy, SpokenTexts.Sintel }.OfType<SpokenText>())
        {
            yield return recording;
        }

        if (EspeakSpeaker.IsAvailable)
        {
            var texts = SpokenTexts.SyntheticNames.Select(SpokenTexts.Synthetic).ToArray();
            yield return SpokenTexts.Join("english sentences", 1.5, [.. texts.Where(t => t.Language == "en")]);
            yield return SpokenTexts.Join("german sentences", 1.5, [.. texts.Where(t => t.Language == "de")]);
        }
    }

    // By turns, so that whatever else the machine does falls on both.
    private static IEnumerable<Row> Compare(SpokenText sound, (string Name, SpeechOptions Options)[] engines, int runs)
    {
        var all = engines.Select(_ => new List<SpeechRun>()).ToArray();
        Array.ForEach(engines, engine => SpeechRun.Of(sound.Samples, engine.Options));
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < engines.Length; i++)
            {
                all[i].Add(SpeechRun.Of(sound.Samples, engines[i].Options));
            }
        }

        for (var i = 0; i < engines.Length; i++)
        {
            var times = sound.Words.Count == 0 ? null : WordTimes.Of(sound.Words, all[i][0].Words);
            yield return new Row(
                sound.Name, engines[i].Name, WordErrorRate.Score(sound.Text, all[i][0].Text).ToString(),
                times is null ? "" : FormattableString.Invariant($"{times.Mean:0.000} s"),
                Quantile.Median(all[i].Select(run => run.CpuSeconds / run.SoundSeconds)), Quantile.Median(all[i].Select(run => run.WallSeconds / run.SoundSeconds)));
        }
    }

    private static string Table(SpeechModel size, int runs, List<Row> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"whisper-{size.ToString().ToLowerInvariant()}, medians of {runs} runs by turns, ")
            .Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores. ONNX Runtime runs the model that comes along (8-bit weights), ")
            .Append("whisper.cpp the same weights as half floats.\n\n")
            .Append("| sound | engine | word error rate | word beginnings, mean error | CPU s per s | real-time factor |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Sound} | {row.Engine} | {row.Rate} | {row.Words} | {row.Cpu:0.000} | {row.Wall:0.000} |\n");
        }

        return text.ToString();
    }
}

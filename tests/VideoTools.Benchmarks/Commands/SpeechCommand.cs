using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Benchmarks.Speech;
using VideoTools.Engine.Inference;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Commands;

/// <summary>speech [tiny|base|small|all] [--verbose] [--write]: word error rate, false words, word times and real-time factor.</summary>
internal sealed class SpeechCommand : ICommand
{
    private const string Heading = "### ";

    private readonly StringBuilder _text = new();

    public string Summary => "word error rate, false words, word times and real-time factor of each Whisper model";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (!Ffmpeg.IsAvailable)
        {
            Console.Error.WriteLine("speech: ffmpeg is not on the PATH.");
            return 2;
        }

        var wished = Arguments.Positional(arguments) ?? "all";
        var models = Enum.GetValues<SpeechModel>()
            .Where(m => wished == "all" || m.ToString().Equals(wished, StringComparison.OrdinalIgnoreCase))
            .OrderBy(m => m switch { SpeechModel.Tiny => 0, SpeechModel.Base => 1, _ => 2 })
            .ToArray();
        if (models.Length == 0)
        {
            Console.Error.WriteLine("speech: choose tiny, base, small or all.");
            return 2;
        }

        var verbose = arguments.Contains("--verbose", StringComparer.Ordinal);
        foreach (var model in models)
        {
            _text.Clear();
            Measure(model, verbose);
            if (arguments.Contains("--write", StringComparer.Ordinal))
            {
                Write(_text.ToString().Trim());
            }
        }

        return 0;
    }

    // In place of what stood there of this model; the others stay.
    private static void Write(string part)
    {
        var document = Path.Combine(RepositoryPaths.Root, "docs", "accuracy-speech.md");
        var name = part.Split(',')[0];
        var parts = MarkedSection.Read(document, "speech").Split(Heading, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => Heading + text).ToList();
        var at = parts.FindIndex(text => text.StartsWith(name + ",", StringComparison.Ordinal));
        parts[at >= 0 ? at : parts.Count - 1] = at >= 0 ? part : parts[^1] + "\n\n" + part;
        MarkedSection.Replace(document, "speech", string.Join("\n\n", parts));
    }

    private void Measure(SpeechModel model, bool verbose)
    {
        Line($"{Heading}whisper-{model.ToString().ToLowerInvariant()}, {Environment.ProcessorCount} threads");
        Line($"");
        var options = new SpeechOptions { Model = model, WordTimestamp = true };
        if (SpokenTexts.Kennedy is { } warmUp)
        {
            SpeechRun.Of(warmUp.Samples, options);
        }

        Recordings(options, verbose);
        Harder(options, verbose);
        if (EspeakSpeaker.IsAvailable)
        {
            Synthetic(options, verbose);
        }
        else
        {
            Line($"espeak-ng is not installed: synthetic sentences and word times not measured.");
        }

        FalseWords(options);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        Line($"peak memory of this process so far: {self.PeakWorkingSet64 / 1048576.0:0} MB");
        Line($"");
        ModelSessions.DisposeShared();
    }

    private void Recordings(SpeechOptions options, bool verbose)
    {
        foreach (var text in new[] { SpokenTexts.Kennedy, SpokenTexts.Sintel })
        {
            if (text is not null)
            {
                Report(text, SpeechRun.Of(text.Samples, options), verbose);
            }
        }
    }

    // Kennedy's recording again: quieter, and with noise under it.
    private void Harder(SpeechOptions options, bool verbose)
    {
        if (SpokenTexts.Kennedy is not { } text)
        {
            return;
        }

        foreach (var level in new[] { -40, -50, -60, -70 })
        {
            var samples = HarderSounds.AtLevel(text.Samples, level);
            Report(text with { Name = $"jfk at {level} dBFS", Samples = samples }, SpeechRun.Of(samples, options), verbose);
        }

        foreach (var ratio in new[] { 20, 10, 5, 0 })
        {
            var samples = HarderSounds.WithNoise(text.Samples, SpeechlessSounds.Samples("pink noise"), ratio);
            Report(text with { Name = $"jfk, {ratio} dB over pink noise", Samples = samples }, SpeechRun.Of(samples, options), verbose);
        }
    }

    private void Synthetic(SpeechOptions options, bool verbose)
    {
        var all = new WordErrorRate(0, 0);
        var texts = SpokenTexts.SyntheticNames.Select(SpokenTexts.Synthetic).ToArray();
        foreach (var text in texts)
        {
            all += Report(text, SpeechRun.Of(text.Samples, options), verbose);
        }

        Line($"- synthetic, all: WER {all}");
        var english = SpokenTexts.Join("english sentences with pauses of 1.5 s", 1.5, [.. texts.Where(t => t.Language == "en")]);
        var run = SpeechRun.Of(english.Samples, options);
        Report(english, run, verbose);
        var times = WordTimes.Of(english.Words, run.Words);
        Line($"- word beginnings: {times.Matched} of {times.Words} words matched; mean error {times.Mean:0.000} s, 90 % below {times.P90:0.000} s, largest {times.Max:0.000} s; {times.Within * 100:0.0} % within {WordTimes.Tolerance} s");
        if (verbose)
        {
            Line($"  truth: {string.Join(' ', english.Words.Select(w => FormattableString.Invariant($"{w.Word}@{w.Start:0.00}")))}");
            Line($"  heard: {string.Join(' ', run.Words)}");
        }
    }

    private void FalseWords(SpeechOptions options)
    {
        var sounds = SpeechlessSounds.Names.Select(n => (Name: n, Samples: SpeechlessSounds.Samples(n))).ToList();
        if (SpeechlessSounds.BigBuckBunny is { } music)
        {
            sounds.Add(("Big Buck Bunny, music", music));
        }

        foreach (var (name, samples) in sounds)
        {
            var run = SpeechRun.Of(samples, options);
            var first = run.Segments[0];
            Line($"- {name}: {WordErrorRate.Normalise(run.Text).Length} false words ({(first.HasSpeech ? "'" + run.Text + "'" : first.SkipReason.ToString())}), model used: {first.Model ?? "none"}, {run.CpuSeconds / run.SoundSeconds:0.0000} CPU s/s");
        }
    }

    private WordErrorRate Report(SpokenText text, SpeechRun run, bool verbose)
    {
        var score = WordErrorRate.Score(text.Text, run.Text);
        var language = run.Segments[0].Language;
        Line($"- {text.Name} ({text.Language}, heard as {language}): WER {score}; {run.SoundSeconds:0.0} s of sound, real-time factor {run.WallSeconds / run.SoundSeconds:0.000} ({run.CpuSeconds / run.SoundSeconds:0.000} CPU s/s)");
        if (verbose && score.Errors > 0)
        {
            Line($"  said:  {text.Text}");
            foreach (var segment in run.Segments)
            {
                Line($"  heard: {segment.StartSeconds:0.00}-{segment.EndSeconds:0.00} {segment.Text} (log-probability {segment.AverageLogProbability:0.00}, temperature {segment.Temperature:0.0})");
            }
        }

        return score;
    }

    private void Line(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        _text.Append(text).Append('\n');
        Console.WriteLine(text);
    }
}

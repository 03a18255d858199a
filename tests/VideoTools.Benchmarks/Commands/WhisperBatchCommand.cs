using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Benchmarks.Speech;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// whisper-batch [tiny|base|small]: what several windows at once would cost, encoder and decoder, against one after another; and what it
/// would do to a long transcript, because the models are quantised with one scale over all windows of a step.
/// </summary>
internal sealed class WhisperBatchCommand : ICommand
{
    private const int Steps = 60;
    private const int Rounds = 5;
    private static readonly int[] Sizes = [1, 2, 4];

    public string Summary => "time and word errors of Whisper for 1, 2 and 4 windows at once";

    public int Run(IReadOnlyList<string> arguments)
    {
        var name = Arguments.Positional(arguments) ?? "base";
        if (!Enum.TryParse<SpeechModel>(name, ignoreCase: true, out var wished))
        {
            Console.Error.WriteLine("whisper-batch: choose tiny, base or small.");
            return 2;
        }

        if (SpokenTexts.Kennedy is null || !EspeakSpeaker.IsAvailable)
        {
            Console.Error.WriteLine("whisper-batch: jfk.wav or espeak-ng is not here.");
            return 2;
        }

        var model = WhisperModel.Load(ModelSessions.Shared, wished, InferenceDevice.Cpu);
        Line($"whisper-{name.ToLowerInvariant()}, {Environment.ProcessorCount} cores, median of {Rounds}; {Steps} tokens a window");
        Line($"");
        StepTimes(model);
        Line($"");
        Transcripts(model);
        return 0;
    }

    private static void StepTimes(WhisperModel model)
    {
        var encoder = Sizes.ToDictionary(s => s, _ => new List<double>());
        var step = Sizes.ToDictionary(s => s, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var size in Sizes)
            {
                var (encoded, stepped) = Time(model, size);
                if (round > 0)
                {
                    encoder[size].Add(encoded / size);
                    step[size].Add(stepped / size);
                }
            }
        }

        Line($"| windows at once | encoder, ms a window | decoder, ms a token and window | a window of 100 tokens, against one at a time |");
        Line($"|---|---|---|---|");
        var one = Quantile.Median(encoder[1]) + (100 * Quantile.Median(step[1]));
        foreach (var size in Sizes)
        {
            var all = Quantile.Median(encoder[size]) + (100 * Quantile.Median(step[size]));
            Line($"| {size} | {Quantile.Median(encoder[size]):0} | {Quantile.Median(step[size]):0.00} | {all / one:0.00} |");
        }
    }

    // Kennedy and the English sentences, in another order each time, so that every window is another one.
    private static void Transcripts(WhisperModel model)
    {
        SpokenText[] sentences = [.. SpokenTexts.SyntheticNames.Select(SpokenTexts.Synthetic).Where(t => t.Language == "en")];
        var parts = Enumerable.Range(0, 6).SelectMany(turn => new[] { SpokenTexts.Kennedy! }.Concat(sentences.Skip(turn)).Concat(sentences.Take(turn))).ToList();
        var spoken = SpokenTexts.Join("long", 0.9, parts);
        var windows = new List<SpeechWindow>();
        using (var voice = new SileroVoiceActivity(ModelSessions.Shared))
        {
            var listener = new SpeechListener(voice, windows.Add);
            foreach (var (second, i) in spoken.Samples.Chunk(LogMelSpectrogram.SampleRate).Select((s, i) => (s, i)))
            {
                listener.Add(new SoundChunk(second, i));
            }

            listener.Complete();
        }

        Line($"{spoken.Samples.Length / 16_000.0:0} s of speech in {windows.Count} windows, likeliest tokens only");
        Line($"");
        Line($"| windows at once | s | against one at a time | word error rate |");
        Line($"|---|---|---|---|");
        var transcriber = new WindowsAtOnce(model);
        var one = 0.0;
        foreach (var size in Sizes)
        {
            var (text, seconds) = transcriber.Transcribe(windows, size);
            one = size == 1 ? seconds : one;
            Line($"| {size} | {seconds:0.0} | {seconds / one:0.00} | {WordErrorRate.Score(spoken.Text, text)} |");
        }
    }

    // Noise of a fixed seed: the arithmetic does not depend on what is said.
    private static (double Encoder, double Step) Time(WhisperModel model, int size)
    {
        var random = new Random(size);
        var features = new float[size * LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = (random.NextSingle() * 2) - 1;
        }

        using var input = ModelTensor.Over(features, size, LogMelSpectrogram.Bands, LogMelSpectrogram.Frames);
        var watch = Stopwatch.StartNew();
        using var states = model.Encoder.RunAndKeep([input], ["input_features"], ["last_hidden_state"]);
        var encoded = watch.Elapsed.TotalMilliseconds;
        using var steps = new OnnxWhisperSteps(model, states[0], size, CancellationToken.None);
        steps.Begin();
        int[] tokens = [.. Enumerable.Repeat(model.Vocabulary.StartOfTranscript, size)];
        watch.Restart();
        for (var i = 0; i < Steps; i++)
        {
            steps.Next(tokens);
        }

        return (encoded, watch.Elapsed.TotalMilliseconds / Steps);
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

// Method: windows are encoded one by one, their states copied together, and the likeliest token of each is given back at every step, until the
// last window is done. No retries, no second runs: the same for any number of windows, so that the numbers compare. Units: seconds.
using System.Diagnostics;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Inference;

namespace VideoTools.Benchmarks.Speech;

/// <summary>Whisper over several windows at once, which the engine does not do (docs/decisions/0015): text and seconds.</summary>
internal sealed class WindowsAtOnce(WhisperModel model)
{
    private readonly LogMelSpectrogram _spectrogram = new();
    private readonly float[] _features = new float[LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
    private readonly TokenRules _rules = new(model.Vocabulary);

    public (string Text, double Seconds) Transcribe(IReadOnlyList<SpeechWindow> windows, int size)
    {
        var watch = Stopwatch.StartNew();
        var text = string.Join(' ', windows.Chunk(size).SelectMany(Transcribe));
        return (text, watch.Elapsed.TotalSeconds);
    }

    private IEnumerable<string> Transcribe(SpeechWindow[] windows)
    {
        float[] joined = [.. windows.SelectMany(Encode)];
        using var states = ModelTensor.Over(joined, windows.Length, LogMelSpectrogram.Frames / 2, model.Heads * model.HeadSize);
        using var steps = new OnnxWhisperSteps(model, states, windows.Length, CancellationToken.None);
        SequenceBuilder[] builders = [.. windows.Select(_ => new SequenceBuilder(model.Vocabulary, _rules, 0))];
        steps.Begin();
        steps.Next([.. windows.Select(_ => model.Vocabulary.Languages["en"])]);
        steps.Next([.. windows.Select(_ => model.Vocabulary.Transcribe)]);
        while (true)
        {
            var logits = steps.Logits;
            var vocabulary = logits.Length / windows.Length;
            var tokens = new int[windows.Length];
            for (var i = 0; i < windows.Length; i++)
            {
                // A window that is done goes along until the last one is.
                tokens[i] = builders[i].IsDone ? model.Vocabulary.EndOfText : builders[i].Add(logits.Slice(i * vocabulary, vocabulary));
            }

            if (builders.All(b => b.IsDone))
            {
                return builders.Select(b => b.Build().Text.Trim());
            }

            steps.Next(tokens);
        }
    }

    private float[] Encode(SpeechWindow window)
    {
        _spectrogram.Compute(window.Samples(0), _features);
        using var input = ModelTensor.Over(_features, 1, LogMelSpectrogram.Bands, LogMelSpectrogram.Frames);
        return model.Encoder.Run([input], outputs => outputs[0].Floats.ToArray(), ["input_features"], ["last_hidden_state"]);
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Analysis.Speech;
using VideoTools.Engine.Inference;

namespace VideoTools.Benchmarks.Commands;

/// <summary>whisper-batch [tiny|base|small]: what several windows at once cost, encoder and decoder, against one after another.</summary>
internal sealed class WhisperBatchCommand : ICommand
{
    private const int Steps = 60;
    private const int Rounds = 5;
    private static readonly int[] Sizes = [1, 2, 4];

    public string Summary => "time and memory of Whisper for 1, 2 and 4 windows at once";

    public int Run(IReadOnlyList<string> arguments)
    {
        var name = Arguments.Positional(arguments) ?? "base";
        if (!Enum.TryParse<SpeechModel>(name, ignoreCase: true, out var wished))
        {
            Console.Error.WriteLine("whisper-batch: choose tiny, base or small.");
            return 2;
        }

        var model = WhisperModel.Load(ModelSessions.Shared, wished, InferenceDevice.Cpu);
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

        Console.WriteLine(FormattableString.Invariant($"whisper-{name.ToLowerInvariant()}, {Environment.ProcessorCount} cores, median of {Rounds}; {Steps} tokens a window"));
        Console.WriteLine();
        Console.WriteLine("| windows at once | encoder, ms a window | decoder, ms a token and window | a window of 100 tokens, against one at a time |");
        Console.WriteLine("|---|---|---|---|");
        var one = Median(encoder[1]) + (100 * Median(step[1]));
        foreach (var size in Sizes)
        {
            var all = Median(encoder[size]) + (100 * Median(step[size]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size} | {Median(encoder[size]):0} | {Median(step[size]):0.00} | {all / one:0.00} |"));
        }

        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static (double Encoder, double Step) Time(WhisperModel model, int size)
    {
        // Noise of a fixed seed: the arithmetic does not depend on what is said.
        var random = new Random(size);
        var features = new float[size * LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = (random.NextSingle() * 2) - 1;
        }

        using var input = OrtValue.CreateTensorValueFromMemory(features, [size, LogMelSpectrogram.Bands, LogMelSpectrogram.Frames]);
        var watch = Stopwatch.StartNew();
        using var states = model.Encoder.RunAndKeep([input], ["input_features"], ["last_hidden_state"]);
        var encoded = watch.Elapsed.TotalMilliseconds;

        string[] kinds = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"];
        string[] inputs = ["input_ids", "encoder_hidden_states", "use_cache_branch", .. from l in Enumerable.Range(0, model.Layers) from k in kinds select $"past_key_values.{l}.{k}"];
        string[] outputs = ["logits", .. from l in Enumerable.Range(0, model.Layers) from k in kinds select $"present.{l}.{k}"];
        string[] later = ["logits", .. from l in Enumerable.Range(0, model.Layers) from k in kinds.Take(2) select $"present.{l}.{k}"];
        using var none = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [size, model.Heads, 0, model.HeadSize]);
        var tokens = Enumerable.Repeat((long)model.Vocabulary.StartOfTranscript, size).ToArray();
        using var token = OrtValue.CreateTensorValueFromMemory(tokens, [size, 1]);
        using var off = OrtValue.CreateTensorValueFromMemory(new[] { false }, [1]);
        using var on = OrtValue.CreateTensorValueFromMemory(new[] { true }, [1]);
        var first = model.Decoder.RunAndKeep([token, states[0], off, .. Enumerable.Repeat(none, inputs.Length - 3)], inputs, outputs);
        var last = first;
        watch.Restart();
        for (var i = 0; i < Steps; i++)
        {
            var perLayer = ReferenceEquals(last, first) ? 4 : 2;
            var values = new List<OrtValue> { token, states[0], on };
            for (var layer = 0; layer < model.Layers; layer++)
            {
                values.Add(last[1 + (layer * perLayer)]);
                values.Add(last[2 + (layer * perLayer)]);
                values.Add(first[3 + (layer * 4)]);
                values.Add(first[4 + (layer * 4)]);
            }

            var next = model.Decoder.RunAndKeep(values, inputs, later);
            if (!ReferenceEquals(last, first))
            {
                last.Dispose();
            }

            last = next;
        }

        var stepped = watch.Elapsed.TotalMilliseconds / Steps;
        last.Dispose();
        first.Dispose();
        return (encoded, stepped);
    }
}

// Method: the detector of text, a network of convolutions of 5 MB, looks at one small picture, on the processor and on the device. Both
// must say the same within Tolerance: a GPU in reduced precision differs by some thousandths, one that does not work by far more.
using Microsoft.ML.OnnxRuntime;

namespace VideoTools.Engine.Inference;

/// <summary>What the child of <see cref="DeviceProbe"/> does.</summary>
internal static class DeviceTrial
{
    private const int Side = 64;
    private const float Tolerance = 0.05f;

    /// <summary>Runs a model on a device.</summary>
    /// <param name="name">Name of the device.</param>
    /// <param name="output">Gets the reason when it does not work.</param>
    /// <returns>0 when it works, 1 when not.</returns>
    public static int Run(string name, TextWriter output)
    {
        if (!Enum.TryParse<InferenceDevice>(name, ignoreCase: true, out var device) || device == InferenceDevice.Auto)
        {
            output.WriteLine($"'{name}' is no device");
            return 1;
        }

        try
        {
            if (ExecutionProviders.WhyAbsent(device) is { } absent)
            {
                output.WriteLine(absent);
                return 1;
            }

            var catalogue = ModelCatalogue.Default;
            var path = catalogue.GetPath(catalogue.GetDefault(ModelKind.TextDetection), "model");
            var (expected, actual) = (Infer(path, InferenceDevice.Cpu), Infer(path, device));
            var difference = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max();
            if (difference < Tolerance)
            {
                return 0;
            }

            output.WriteLine(FormattableString.Invariant($"its answers differ by {difference:0.00} from those of the processor"));
        }
        catch (VideoToolsException missing)
        {
            output.WriteLine(missing.Error.Message);
        }
        catch (OnnxRuntimeException broken)
        {
            // The message begins with places in the runtime's source.
            var cause = broken.Message.Split("with error: ")[^1].ReplaceLineEndings(" ").Trim();
            var needs = device switch
            {
                InferenceDevice.Cuda => "; it needs CUDA 13 and cuDNN 9",
                InferenceDevice.TensorRT => "; it needs CUDA 13, cuDNN 9 and TensorRT 10",
                _ => "",
            };
            output.WriteLine($"its provider cannot be used{needs} ({cause})");
        }

        return 1;
    }

    private static float[] Infer(string model, InferenceDevice device)
    {
        using var options = new SessionOptions();
        options.DisablePerSessionThreads();
        ExecutionProviders.Append(options, device);
        using var session = new InferenceSession(model, options);
        var pixels = new float[3 * Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = i % 7 < 3 ? 1 : -1;
        }

        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [1, 3, Side, Side]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [.. session.InputNames], [input], [.. session.OutputNames]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}

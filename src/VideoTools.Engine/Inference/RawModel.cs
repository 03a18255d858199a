// A model that is no part of the catalogue's sessions: made from bytes, with threads and memory of its own, so that one can be measured
// beside another. Graph optimisation: all; nodes in sequence; threads that wait do not spin, as everywhere (NativeRuntime).
using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Inference;

/// <summary>A model in memory, for calibration and measuring. Its creator disposes it. Not thread-safe.</summary>
internal sealed class RawModel : IDisposable
{
    private readonly InferenceSession _session;

    private RawModel(InferenceSession session)
    {
        _session = session;
        OutputNames = [.. session.OutputNames];
    }

    /// <summary>Names of the outputs, in the model's order.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>
    /// Name and shape of the inputs that are pictures or other floats; an open extent is -1. Null for an input of another type.
    /// </summary>
    public IReadOnlyList<(string Name, long[]? Shape)> Inputs => [.. _session.InputNames.Select(name => (name, FloatShape(name)))];

    /// <summary>Loads a model.</summary>
    /// <param name="model">An ONNX file.</param>
    /// <param name="threads">Threads of its runs.</param>
    /// <param name="name">Its path, for errors.</param>
    /// <exception cref="VideoToolsException">ModelCorrupt; ModelMissing without the library that runs models.</exception>
    public static RawModel Open(byte[] model, int threads, string name) => Guard(name, () =>
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = threads,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new RawModel(new InferenceSession(model, options));
    });

    /// <summary>
    /// A model with what is constant computed and what is next to a convolution folded into it (batch norms, factors, sums), as an
    /// ONNX file.
    /// </summary>
    /// <exception cref="VideoToolsException">ModelCorrupt; ModelMissing without the library that runs models.</exception>
    public static byte[] Fold(byte[] model, string name) => Guard(name, () =>
    {
        using var folder = new ScratchFolder();
        var folded = Path.Combine(folder.FullName, "model.onnx");
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
            OptimizedModelFilePath = folded,
        };
        using (new InferenceSession(model, options))
        {
        }

        return File.ReadAllBytes(folded);
    });

    /// <summary>Resident memory of the process after what is free was given back.</summary>
    public static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        FreeMemory.GiveBack();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Runs the model on the one input that it has.</summary>
    /// <exception cref="VideoToolsException">ModelUnsuitable: the model does not take it.</exception>
    public ModelOutputs Run(ModelTensor input)
    {
        using var stop = StoppableRun.Create();
        try
        {
            return new ModelOutputs(stop.Do(options => _session.Run(options, _session.InputNames, [input.Value], _session.OutputNames)));
        }
        catch (OnnxRuntimeException refused)
        {
            throw new VideoToolsException(VideoErrorId.ModelUnsuitable, "",
                $"The model does not take a picture of {string.Join(" x ", input.Shape)}: {refused.Message}",
                "Say the size that it takes with -Width and -Height (--width, --height).", refused);
        }
    }

    public void Dispose() => _session.Dispose();

    private static T Guard<T>(string name, Func<T> load)
    {
        NativeRuntime.EnsureLoaded();
        try
        {
            return load();
        }
        catch (OnnxRuntimeException broken)
        {
            throw new VideoToolsException(VideoErrorId.ModelCorrupt, name,
                $"'{name}' cannot be loaded as an ONNX model: {broken.Message}", "Give an ONNX file that ONNX Runtime can load.", broken);
        }
    }

    private long[]? FloatShape(string name)
    {
        var input = _session.InputMetadata[name];
        return input.IsTensor && input.ElementType == typeof(float) ? Array.ConvertAll(input.Dimensions, extent => (long)extent) : null;
    }
}

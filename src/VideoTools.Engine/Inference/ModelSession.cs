using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>
/// A loaded model, shared by the whole process. <see cref="Run"/> may be called from any thread; on a GPU one job runs at a time
/// over all models, on the processor a few (see <see cref="ModelSessions"/>). A run ends in the middle, with an
/// <see cref="OperationCanceledException"/>, when the work that it belongs to is stopped (<see cref="CurrentWork"/>).
/// </summary>
internal sealed class ModelSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly SemaphoreSlim _gate;

    internal ModelSession(InferenceSession session, ModelEntry model, InferenceDevice device, SemaphoreSlim gate)
    {
        _session = session;
        _gate = gate;
        Model = model;
        Device = device;
        InputNames = [.. session.InputNames];
        OutputNames = [.. session.OutputNames];
    }

    /// <summary>The model.</summary>
    public ModelEntry Model { get; }

    /// <summary>What it really runs on; never Auto.</summary>
    public InferenceDevice Device { get; }

    /// <summary>Names of the inputs, in the model's order.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>Names of the outputs, in the model's order.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>Runs the model and hands its outputs to <paramref name="read"/>; they are freed when it returns.</summary>
    /// <param name="inputs">Values of the inputs, named by <paramref name="inputNames"/>.</param>
    /// <param name="read">Takes what it needs of the outputs (in the order of <paramref name="outputNames"/>).</param>
    /// <param name="inputNames">Null for all inputs in the model's order.</param>
    /// <param name="outputNames">Null for all outputs.</param>
    /// <param name="cancellation">Ends the run, as the end of the work does that it belongs to.</param>
    public T Run<T>(
        IReadOnlyCollection<ModelTensor> inputs, Func<ModelOutputs, T> read,
        IReadOnlyCollection<string>? inputNames = null, IReadOnlyCollection<string>? outputNames = null,
        CancellationToken cancellation = default)
    {
        using var outputs = RunAndKeep(inputs, inputNames, outputNames, cancellation);
        return read(outputs);
    }

    /// <summary>The same, keeping the outputs: the caller disposes them. They may go back in as inputs, which copies nothing.</summary>
    public ModelOutputs RunAndKeep(
        IReadOnlyCollection<ModelTensor> inputs, IReadOnlyCollection<string>? inputNames = null,
        IReadOnlyCollection<string>? outputNames = null, CancellationToken cancellation = default)
    {
        OrtValue[] values = [.. inputs.Select(input => input.Value)];
        using var stop = StoppableRun.Create(cancellation);
        _gate.Wait(stop.Token);
        try
        {
            return new ModelOutputs(stop.Do(
                options => _session.Run(options, inputNames ?? InputNames, values, outputNames ?? OutputNames)));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Frees the model. A later run gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _session.Dispose();
}

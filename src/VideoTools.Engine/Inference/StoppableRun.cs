// Method: ONNX Runtime looks at RunOptions.Terminate between two nodes of a graph. Each run gets options of its own, because those of
// a run that was ended stay ended. Cost: about a microsecond a run; a stop is seen after the node that is being computed.
using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>The options of one run of a model, which end it in the middle when its work is stopped.</summary>
internal sealed class StoppableRun : IDisposable
{
    private readonly RunOptions _options = new();
    private readonly CancellationTokenSource? _either;
    private readonly CancellationTokenRegistration _registration;

    private StoppableRun(CancellationToken first, CancellationToken second)
    {
        if (first.CanBeCanceled && second.CanBeCanceled && first != second)
        {
            _either = CancellationTokenSource.CreateLinkedTokenSource(first, second);
            Token = _either.Token;
        }
        else
        {
            Token = first.CanBeCanceled ? first : second;
        }

        _registration = Token.Register(() => _options.Terminate = true);
    }

    /// <summary>Ends the run.</summary>
    public CancellationToken Token { get; }

    /// <summary>The options of a run that begins now, for the current work.</summary>
    /// <param name="cancellation">Ends it, too.</param>
    public static StoppableRun Create(CancellationToken cancellation = default) => new(cancellation, CurrentWork.Stop);

    /// <summary>Runs a model.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public T Do<T>(Func<RunOptions, T> run)
    {
        Token.ThrowIfCancellationRequested();
        try
        {
            return run(_options);
        }
        catch (OnnxRuntimeException ended) when (Token.IsCancellationRequested)
        {
            throw new OperationCanceledException("The run of a model was stopped.", ended, Token);
        }
    }

    /// <summary>Frees the options; a stop that comes now is none for this run.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        _either?.Dispose();
        _options.Dispose();
    }
}

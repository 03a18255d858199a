// Method: whoever begins work (a session's job, a call of a facet) says once who may stop it and who is told what it does. What is far
// below, a run of a model or the start of a child, finds both here: it flows into every thread and task that the work starts
// (AsyncLocal), so that no analyzer has to hand it on, and none can forget to. Cost: about 20 ns to look.
namespace VideoTools.Engine.Work;

/// <summary>What the running code works for: the signal that ends it, and who wants to know details.</summary>
internal sealed class CurrentWork : IDisposable
{
    private static readonly AsyncLocal<CurrentWork?> Here = new();

    private readonly CurrentWork? _outer;
    private readonly CancellationToken _stop;
    private readonly Action<string>? _listener;

    private CurrentWork(CurrentWork? outer, Action<string>? listener, CancellationToken stop)
    {
        _outer = outer;
        _stop = stop;
        _listener = listener;
    }

    /// <summary>Cancelled when nobody wants the work any more.</summary>
    public static CancellationToken Stop => Here.Value?._stop ?? CancellationToken.None;

    /// <summary>True when somebody wants to know details: texts that cost something are made only then.</summary>
    public static bool IsHeard => Here.Value?._listener is not null;

    /// <summary>Begins work on this thread, and on all that it starts.</summary>
    /// <param name="stop">Ends it.</param>
    /// <param name="listener">Is told details, from any thread; null where nobody wants to know them.</param>
    /// <returns>Ends it on this thread; what was before is again.</returns>
    public static CurrentWork Begin(CancellationToken stop, Action<string>? listener = null) =>
        Here.Value = new CurrentWork(Here.Value, listener ?? Here.Value?._listener, stop);

    /// <summary>Tells a detail to whoever wants to know.</summary>
    public static void Tell(string detail) => Here.Value?._listener?.Invoke(detail);

    /// <summary>Ends the work on this thread.</summary>
    public void Dispose() => Here.Value = _outer;
}

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>A session whose events a script gives: those of an input are there as soon as it is added.</summary>
internal sealed class FakeSession(Func<int, VideoInput, IEnumerable<VideoEvent>> script) : IVideoSession
{
    private readonly Queue<VideoEvent> _events = new();
    private bool _isComplete;

    public List<VideoInput> Inputs { get; } = [];

    public bool IsCancelled { get; private set; }

    public int DisposeCount { get; private set; }

    public VideoProgress Progress => new(0, Inputs.Count, "", -1, TimeSpan.Zero, TimeSpan.Zero);

    public bool IsFinished => IsCancelled || (_isComplete && _events.Count == 0);

    public int TakenCount { get; private set; }

    public void Add(VideoInput input)
    {
        ObjectDisposedException.ThrowIf(DisposeCount > 0, this);
        foreach (var next in script(Inputs.Count, input))
        {
            _events.Enqueue(next);
        }

        Inputs.Add(input);
    }

    public void CompleteAdding() => _isComplete = true;

    public VideoEvent? Take(TimeSpan timeout)
    {
        if (IsCancelled || !_events.TryDequeue(out var next))
        {
            return null;
        }

        TakenCount++;
        return next;
    }

    public void Cancel() => IsCancelled = true;

    public void Dispose() => DisposeCount++;
}

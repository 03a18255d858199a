namespace VideoTools.Engine.Choosing;

/// <summary>A page: its server and its work, each on a thread of its own.</summary>
internal sealed class CropPage : ICropPage
{
    // How long a page that somebody looks at is kept after the end, so that it can say so.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _done = new();
    private readonly ChoiceWork _work;
    private readonly PageServer _server;
    private readonly Thread _thread;
    private CropChoice? _choice;
    private Exception? _failure;
    private bool _disposed;

    /// <summary>Opens the page and begins the work.</summary>
    public CropPage(ChoiceWork work)
    {
        _work = work;
        _server = PageServer.Start(new PageRoutes(work, _stop.Token));
        _thread = new Thread(Run) { IsBackground = true, Name = "VideoTools page" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public string Url => _server.Url;

    /// <inheritdoc/>
    public string Status => _work.State.Status switch
    {
        ChoiceStatus.Initializing or ChoiceStatus.Analyzing => "Analysing",
        ChoiceStatus.GeneratingPreviews => "Making pictures",
        ChoiceStatus.CandidatesReady => $"Waiting for a choice on {Url}",
        ChoiceStatus.AnalyzingTemporal => "Finding windows over time",
        ChoiceStatus.Encoding => "Encoding",
        _ => "Done",
    };

    /// <inheritdoc/>
    public int Percent => _work.State.Percent;

    /// <inheritdoc/>
    public IReadOnlyList<string> TakeWarnings() => _work.State.TakeWarnings();

    /// <inheritdoc/>
    public bool TryShow() => Browser.TryOpen(Url);

    /// <inheritdoc/>
    public CropChoice? Wait(TimeSpan timeout)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_done.Wait(timeout))
        {
            return null;
        }

        if (_failure is { } failure)
        {
            throw failure is VideoToolsException known ? new VideoToolsException(known.Error) : new VideoToolsException(
                VideoErrorId.InternalError, "", $"The page failed: {failure.Message}", "Report this.", failure);
        }

        return _choice;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _stop.Cancel();
        _server.Dispose();
        if (_thread.Join(TimeSpan.FromSeconds(10)))
        {
            _work.Dispose();
        }

        _stop.Dispose();
        _done.Dispose();
    }

    private void Run()
    {
        try
        {
            var choice = _work.Run(_stop.Token);
            _work.State.Enter(ChoiceStatus.Complete);
            _server.WaitUntilSeen(Farewell, _stop.Token);
            _choice = choice;
        }
        catch (OperationCanceledException)
        {
            // Whoever closed the page knows.
            return;
        }
        catch (Exception exception)
        {
            _failure = exception;
            _work.State.Enter(ChoiceStatus.Failed, exception.Message);
            _server.WaitUntilSeen(Farewell, _stop.Token);
        }

        _done.Set();
    }
}

using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>
/// One feature at work on one file. The fault policy is the same for all: whatever goes wrong ends the file, except that models that
/// cannot be had only silence a feature that nothing but a composition asked for, and that one only the cache wants is silenced by any
/// fault.
/// </summary>
internal sealed class FeatureRun : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FeatureWork _work;
    private readonly IAnalyzer _analyzer;
    private readonly int _mostRecords;
    private readonly List<object> _records = [];
    private readonly List<string> _warnings = [];

    /// <summary>Makes the analyzer.</summary>
    /// <param name="work">The feature.</param>
    /// <param name="mostRecords">Records to keep for the cache; 0 when it keeps none. A composition's parts keep all.</param>
    /// <param name="queued">True runs the analyzer on a thread of its own where it can.</param>
    public FeatureRun(FeatureWork work, int mostRecords, bool queued)
    {
        _work = work;
        _mostRecords = work.IsPart ? int.MaxValue : mostRecords;
        Needs = work.Feature.Streams(work.Options);
        var analyzer = work.Feature.CreateAnalyzer(work.Options, (name, capacity) => new WorkLane(name, capacity));
        _analyzer = queued && QueuedAnalyzer.CanQueue(Needs) ? new QueuedAnalyzer(analyzer) : analyzer;
    }

    /// <summary>The feature.</summary>
    public FeatureWork Work => _work;

    /// <summary>What it listens to.</summary>
    public StreamNeeds Needs { get; }

    /// <summary>Why its models cannot be had; null while they can. It listens no more then.</summary>
    public VideoError? Failure { get; private set; }

    /// <summary>What it said; complete after the end. Records beyond the most to keep are missing.</summary>
    public FeatureResult Result => new(_records, _warnings, Failure);

    /// <summary>Lets the analyzer do something.</summary>
    public void Do(Action<IAnalyzer> call)
    {
        try
        {
            if (Failure is null)
            {
                call(_analyzer);
            }
        }
        catch (VideoToolsException exception) when (IsForgiven(exception))
        {
            Failure = exception.Error;
        }
    }

    /// <summary>Sound. A block is a span and cannot go into a lambda.</summary>
    public void OnAudio(AudioBlock block)
    {
        try
        {
            if (Failure is null)
            {
                _analyzer.OnAudio(block);
            }
        }
        catch (VideoToolsException exception) when (IsForgiven(exception))
        {
            Failure = exception.Error;
        }
    }

    /// <summary>Begins.</summary>
    /// <param name="media">The file and the range.</param>
    /// <param name="emit">Takes the records for the user.</param>
    /// <param name="warn">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <param name="scene">Number of the scene that the range is; 0 where it is none.</param>
    public void Begin(
        DecodePlan media, Action<object> emit, Action<string> warn, CancellationToken cancellationToken, int scene = 0) => Do(analyzer =>
        analyzer.Begin(new AnalysisContext(media.Source.Info, media.From, media.To, record =>
        {
            // Text and speech emit from threads of their own.
            lock (_gate)
            {
                if (_records.Count <= _mostRecords)
                {
                    _records.Add(record);
                }
            }

            if (_work.Publishes(record))
            {
                emit(record);
            }
        })
        {
            SceneIndex = scene,
            Cancellation = cancellationToken,
            LiveSince = media.Source.LiveSince,
            Warn = message =>
            {
                Note(message);
                warn(message);
            },
        }));

    /// <summary>Keeps a warning of the file with the records.</summary>
    public void Note(string warning)
    {
        lock (_gate)
        {
            _warnings.Add(warning);
        }
    }

    public void Dispose() => (_analyzer as IDisposable)?.Dispose();

    private bool IsForgiven(VideoToolsException exception) =>
        !_work.IsWanted && (!_work.IsPart
            || exception.Error.Id is VideoErrorId.ModelMissing or VideoErrorId.ModelCorrupt or VideoErrorId.OutOfMemory);
}

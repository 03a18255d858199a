// Method: one analysis (positions, activity, what draws the eye: one decode, or the cache), pictures of the candidates, then a wait for an
// order of the page or for the end of the time, then the windows over time where they are wanted, and the encode. Every step is a session
// of the engine like any other; cancelling ends them all. A step that fails after the choice leads back to the page while somebody is
// there.
using System.Collections.Concurrent;
using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Previews;

namespace VideoTools.Engine.Choosing;

/// <summary>The work behind a page, on one thread of its own.</summary>
/// <param name="input">The video.</param>
/// <param name="options">What is shown, and what happens with the choice.</param>
/// <param name="crops">Chooses among positions.</param>
/// <param name="open">Opens a session of the engine.</param>
internal sealed class ChoiceWork(VideoInput input, CropPageOptions options, ICrops crops, Func<VideoRequest, IVideoSession> open)
    : IDisposable
{
    private const int PreviewSide = 400, SceneSide = 160;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<int, Lazy<byte[]?>> _scenes = new();
    private readonly BlockingCollection<ChoiceOrder> _orders = new(boundedCapacity: 1);

    /// <summary>What the page shows.</summary>
    public ChoiceState State { get; } = new(input, options, TimeProvider.System);

    /// <summary>Options of the page.</summary>
    public CropPageOptions Options => options;

    /// <summary>Gives an order of the page to the work.</summary>
    /// <returns>False when no choice is wanted now.</returns>
    public bool TryOrder(ChoiceOrder order) => State.Status == ChoiceStatus.CandidatesReady && _orders.TryAdd(order);

    /// <summary>A picture of the middle of a stretch as JPEG; null where there is none.</summary>
    public byte[]? Scene(int index, CancellationToken cancellationToken) =>
        State.Stretches.FirstOrDefault(stretch => stretch.Index == index) is not { } stretch ? null
            : _scenes.GetOrAdd(index, _ => new Lazy<byte[]?>(() => ReadScene(stretch, cancellationToken))).Value;

    /// <summary>Works until the choice is carried out.</summary>
    /// <exception cref="VideoToolsException">The video cannot be worked on.</exception>
    public CropChoice Run(CancellationToken cancellationToken)
    {
        State.Enter(ChoiceStatus.Analyzing);
        var found = Session(new AnalysisRequest([.. Features()]) { Engine = options.Engine }, input, cancellationToken);
        var candidates = input.Candidates is { Count: > 0 } known ? known
            : crops.Select(input.Positions ?? [.. found.OfType<CropPosition>()], options.Candidates);
        if (candidates.Count == 0)
        {
            throw new VideoToolsException(VideoErrorId.NoFrames, input.FullName,
                $"There is no crop of '{input.FullName}' to choose.", "Check whether a player can show it.");
        }

        State.Offer(candidates, [.. found.OfType<VideoActivity>()]);
        State.Enter(ChoiceStatus.GeneratingPreviews);
        MakePreviews(candidates, [.. found.OfType<AttentionTrack>().SelectMany(track => track.Samples)], cancellationToken);
        for (var problem = "";;)
        {
            State.Enter(ChoiceStatus.CandidatesReady, problem);
            var order = Wait(candidates[0].Number, cancellationToken);
            try
            {
                return CarryOut(order, candidates.First(candidate => candidate.Number == order.Candidate), cancellationToken);
            }
            catch (VideoToolsException exception) when (!order.IsAutomatic)
            {
                problem = $"{exception.Error.Message} {exception.Error.RecommendedAction}";
            }
        }
    }

    public void Dispose() => _orders.Dispose();

    private IEnumerable<FeatureOptions> Features()
    {
        yield return new AttentionOptions();
        yield return options.Activity;
        if (input.Candidates is not { Count: > 0 } && input.Positions is not { Count: > 0 })
        {
            yield return options.Crop;
        }
    }

    private void MakePreviews(
        IReadOnlyList<CropCandidate> candidates, IReadOnlyList<SaliencySample> samples, CancellationToken cancellationToken)
    {
        var source = Prober.Create(options.Engine).Probe(input.FullName, countFrames: false, cancellationToken);
        var reader = StillReader.Create(options.Engine);
        foreach (var candidate in candidates)
        {
            var (picture, _) = CropPreviewer.Show(reader, source, CropShots.Of(candidate), samples, PreviewSide, cancellationToken);
            State.AddPreview(candidate.Number, PngEncoder.Encode(picture));
        }
    }

    // A picture that cannot be had is missing; the stretch can be chosen all the same.
    private byte[]? ReadScene(VideoActivity stretch, CancellationToken cancellationToken)
    {
        try
        {
            var at = new VideoInput(input.FullName, TimeSpan.FromSeconds((stretch.StartSeconds + stretch.EndSeconds) / 2));
            var request = new StillRequest { Engine = options.Engine, LongSide = SceneSide };
            using var session = open(request);
            return Drain(session, at, _ => { }, cancellationToken).OfType<VideoStill>().FirstOrDefault()?.Jpeg.ToArray();
        }
        catch (VideoToolsException)
        {
            return null;
        }
    }

    private ChoiceOrder Wait(int first, CancellationToken cancellationToken)
    {
        while (State.Left is { } left && left > TimeSpan.Zero)
        {
            if (_orders.TryTake(out var order, (int)Math.Min(Slice.TotalMilliseconds, left.TotalMilliseconds + 1), cancellationToken))
            {
                return order;
            }
        }

        var speeds = options.Export?.SpeedUpDull is null
            ? []
            : State.Stretches.ToDictionary(stretch => stretch.Index, stretch => stretch.Speed);
        return new ChoiceOrder(first, State.Mode, null, speeds, Encode: options.Export is not null, IsAutomatic: true);
    }

    private CropChoice CarryOut(ChoiceOrder order, CropCandidate candidate, CancellationToken cancellationToken)
    {
        State.Choose(candidate);
        IReadOnlyList<CropShot> shots = [CropShots.Of(candidate)];
        if (order.Mode != CropMode.Static)
        {
            State.Enter(ChoiceStatus.AnalyzingTemporal);
            var path = (options.Export?.Path ?? new CropPathOptions { Aspect = options.Crop.Aspect, Scale = options.Crop.Scale }) with
            {
                Mode = order.Mode,
                WhenTooWide = order.Fit ?? options.Export?.Path.WhenTooWide,
            };
            shots = [.. Session(new AnalysisRequest(path) { Engine = options.Engine }, input, cancellationToken).OfType<CropShot>()];
        }

        VideoActivity[] speeds =
            [.. State.Stretches.Select(stretch => stretch with { Speed = order.Speeds.GetValueOrDefault(stretch.Index, 1) })];
        speeds = Array.TrueForAll(speeds, stretch => stretch.Speed == 1) ? [] : speeds;
        ExportedVideo? video = null;
        if (order.Encode && options.Export is { } export)
        {
            State.Enter(ChoiceStatus.Encoding);
            var request = new CropExportRequest(export) { Engine = options.Engine };
            video = Session(request, input with { Shots = shots, Speeds = speeds }, cancellationToken).OfType<ExportedVideo>().Single();
            State.Finish(video);
        }

        return new CropChoice(candidate, order.Mode, shots, speeds, video, order.IsAutomatic);
    }

    private List<object> Session(VideoRequest request, VideoInput what, CancellationToken cancellationToken)
    {
        using var session = open(request);
        return Drain(session, what, State.Show, cancellationToken);
    }

    private List<object> Drain(IVideoSession session, VideoInput what, Action<VideoProgress> show, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(session.Cancel);
        session.Add(what);
        session.CompleteAdding();
        List<object> records = [];
        while (!session.IsFinished)
        {
            switch (session.Take(Slice))
            {
                case RecordEvent record:
                    records.Add(record.Record);
                    break;
                case FailureEvent failure:
                    throw new VideoToolsException(failure.Error);
                case WarningEvent warning:
                    State.Warn(warning.ToString());
                    break;
            }

            show(session.Progress);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return records;
    }
}

using VideoTools.Engine.Features;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>
/// Where the windows and speeds of an export come from that its input does not bring: features, asked for in the same way, and kept in the
/// same cache, as by anybody else. Windows and speeds of one file cost one decode.
/// </summary>
internal sealed class CropSources
{
    // Positions cost next to nothing: as many as look different.
    private const int Positions = 33;

    private readonly FeatureOptions? _windows;
    private readonly FeatureOptions? _speeds;
    private readonly Func<FeatureOptions[], IJobRunner> _runner;
    private readonly ICrops _crops;

    /// <summary>Chooses the features.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="registry">The features there are.</param>
    /// <param name="crops">Chooses among positions.</param>
    /// <param name="runner">Makes what runs features.</param>
    public CropSources(CropExportOptions options, FeatureRegistry registry, ICrops crops, Func<FeatureOptions[], IJobRunner> runner)
    {
        _windows = Windows(options, registry);
        _speeds = options.SpeedUpDull;
        _crops = crops;
        _runner = runner;
    }

    /// <summary>The features that an export may ask for.</summary>
    public static IEnumerable<FeatureOptions> Features(CropExportOptions options, FeatureRegistry registry) =>
        options.SpeedUpDull is { } speeds ? [Windows(options, registry), speeds] : [Windows(options, registry)];

    /// <summary>True when something has to be found before the input can be written.</summary>
    public bool AreNeeded(VideoInput input) => NeedsWindows(input) || NeedsSpeeds(input);

    /// <summary>The input with windows and speeds.</summary>
    public VideoInput Complete(Job job, Action<string> warn, Func<int> threads, CancellationToken cancellationToken)
    {
        var input = job.Input;
        List<object> records = [];
        FeatureOptions?[] wanted = [NeedsWindows(input) ? _windows : null, NeedsSpeeds(input) ? _speeds : null];
        _runner([.. wanted.OfType<FeatureOptions>()]).Run(job, records.Add, warn, threads, cancellationToken);
        if (NeedsWindows(input))
        {
            CropPosition[] positions = [.. records.OfType<CropPosition>()];
            CropShot[] shots = positions.Length > 0
                ? [.. _crops.Select(positions, new CandidateOptions { MaximumCount = 1 }).Select(CropShots.Of)]
                : [.. records.OfType<CropShot>()];
            input = input with { Shots = shots };
        }

        return NeedsSpeeds(input) ? input with { Speeds = [.. records.OfType<VideoActivity>()] } : input;
    }

    private static bool NeedsWindows(VideoInput input) => input.Shots is not { Count: > 0 };

    private bool NeedsSpeeds(VideoInput input) => _speeds is not null && input.Speeds is null;

    // Windows over time where there is a feature that finds them; otherwise the best of all positions of one that stands still.
    private static FeatureOptions Windows(CropExportOptions options, FeatureRegistry registry) =>
        registry.All.Any(feature => feature.OptionsType == typeof(CropPathOptions))
            ? options.Path
            : new CropOptions { Aspect = options.Path.Aspect, Scale = options.Path.Scale, Grid = Positions };
}

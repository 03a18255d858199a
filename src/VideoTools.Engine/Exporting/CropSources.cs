using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>
/// Where the windows and speeds of an export come from that its input does not bring: features, asked for in the same way, and kept in the
/// same cache, as by anybody else. Windows and speeds of one file cost one decode.
/// </summary>
/// <param name="options">What is asked for.</param>
/// <param name="runner">Makes what runs features.</param>
internal sealed class CropSources(CropExportOptions options, Func<FeatureOptions[], IJobRunner> runner)
{
    /// <summary>The features that an export may ask for.</summary>
    public static IEnumerable<FeatureOptions> Features(CropExportOptions options) =>
        options.SpeedUpDull is { } speeds ? [options.Path, speeds] : [options.Path];

    /// <summary>True when something has to be found before the input can be written.</summary>
    public bool AreNeeded(VideoInput input) => NeedsWindows(input) || NeedsSpeeds(input);

    /// <summary>The input with windows and speeds.</summary>
    public VideoInput Complete(JobHost host)
    {
        var input = host.Job.Input;
        List<object> records = [];
        FeatureOptions?[] wanted = [NeedsWindows(input) ? options.Path : null, NeedsSpeeds(input) ? options.SpeedUpDull : null];
        runner([.. wanted.OfType<FeatureOptions>()]).Run(host with { Emit = records.Add });
        if (NeedsWindows(input))
        {
            input = input with { Shots = [.. records.OfType<CropShot>()] };
        }

        return NeedsSpeeds(input) ? input with { Speeds = [.. records.OfType<VideoActivity>()] } : input;
    }

    private static bool NeedsWindows(VideoInput input) => input.Shots is not { Count: > 0 };

    private bool NeedsSpeeds(VideoInput input) => options.SpeedUpDull is not null && input.Speeds is null;
}

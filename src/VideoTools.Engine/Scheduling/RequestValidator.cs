using VideoTools.Engine.Features;

namespace VideoTools.Engine.Scheduling;

/// <summary>Refuses impossible requests before any file is touched, with one message for PowerShell and the command line alike.</summary>
internal static class RequestValidator
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(VideoRequest request, FeatureRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request.Engine.ThrottleLimit >= 0, "ThrottleLimit must be 0 (automatic) or more.");
        Require(request.Engine.StallTimeout > TimeSpan.Zero, "StallTimeout must be above 0.");
        switch (request)
        {
            case StillRequest still:
                Require(still.LongSide is >= 16 and <= 4096, "LongSide must be 16 to 4096.");
                break;
            case AnalysisRequest analysis:
                Require(analysis.Features.Count > 0, "An analysis needs at least one feature.");
                foreach (var options in analysis.Features)
                {
                    Validate(options, registry);
                }

                break;
        }
    }

    /// <summary>Checks the options of one feature.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(FeatureOptions options, FeatureRegistry registry)
    {
        var feature = registry.Get(options);
        feature.Validate(options);
        if (feature is ComposedFeature composed)
        {
            foreach (var part in composed.Parts(options))
            {
                Validate(part, registry);
            }
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}

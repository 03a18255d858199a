using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Scheduling;

/// <summary>Refuses impossible requests before any file is touched, with one message for PowerShell and the command line alike.</summary>
internal static class RequestValidator
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(VideoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request.Engine.ThrottleLimit >= 0, "ThrottleLimit must be 0 (automatic) or more.");
        Require(request.Engine.StallTimeout > TimeSpan.Zero, "StallTimeout must be above 0.");
        ValidatePart(request);
    }

    private static void ValidatePart(VideoRequest request)
    {
        switch (request)
        {
            case SceneRequest scenes:
                Validate(scenes.Scenes);
                break;
            case TemplateRequest template:
                Validate(template.Template.Scenes);
                Validate(template.Template.Text);
                Validate(template.Template.Speech);
                break;
            case CropRequest crop:
                Require(crop.Crop.Aspect is { Width: > 0, Height: > 0 }, "Aspect must be two whole numbers above 0, for example 9:16.");
                Require(crop.Crop.Grid is >= 1 and <= 1000, "Grid must be 1 to 1000.");
                Require(crop.Crop.Scale is > 0 and <= 1, "Scale must be above 0 and at most 1.");
                break;
            case TranscriptRequest transcript:
                Validate(transcript.Speech);
                break;
            case TextRequest text:
                Validate(text.Text);
                break;
            case StillRequest still:
                Require(still.LongSide is >= 16 and <= 4096, "LongSide must be 16 to 4096.");
                break;
            case CompositeRequest composite:
                Require(composite.Parts.Count > 0, "A composite request needs at least one part.");
                Require(composite.Parts.All(p => p is not (InfoRequest or StillRequest or CompositeRequest)), "A composite request takes analyses only.");
                foreach (var part in composite.Parts)
                {
                    ValidatePart(part);
                }

                break;
        }
    }

    private static void Validate(SceneOptions options)
    {
        Require(options.Threshold is null or (>= 0 and <= 1000), "Threshold must be 0 to 1000.");
        Require(options.MinimumLength is null || options.MinimumLength >= TimeSpan.Zero, "MinimumLength must not be negative.");
        Require(options.FallbackLength is null || options.FallbackLength > TimeSpan.Zero, "FallbackLength must be above 0.");
    }

    private static void Validate(TextOptions options)
    {
        Require(options.Interval is >= 0.04 and <= 3600, "Interval must be 0.04 to 3600 seconds.");
        Require(options.MinimumConfidence is >= 0 and <= 1, "MinimumConfidence must be 0 to 1.");
    }

    private static void Validate(SpeechOptions options)
    {
        Require(options.AudioTrack >= 0, "AudioTrack must be 0 (the first) or more.");
        Require(SpeechLanguages.IsKnown(options.Language),
            "Language must be one of " + string.Join(", ", SpeechLanguages.Codes) + ", or left out to find it out.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}

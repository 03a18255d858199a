using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Features.Visual;

namespace VideoTools.Engine.Templates;

/// <summary>
/// The template of a video: scenes, looks, text, speech and, where wanted, faces put together. Without the models of a part its columns
/// stay null, and one warning says what to do.
/// </summary>
internal sealed class TemplateFeature : ComposedFeature
{
    private static readonly VisualOptions Visual = new();

    public override string Name => "Template";

    public override Type OptionsType => typeof(TemplateOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoTemplate)];

    public override IReadOnlyList<FeatureOptions> Parts(FeatureOptions options)
    {
        var template = (TemplateOptions)options;

        // Speech before text: its last window takes longest, and begins only at the end.
        return
        [
            Visual,
            .. template.SkipScenes ? [] : new[] { template.Scenes },
            .. template.SkipSpeech ? [] : new[] { template.Speech },
            .. template.SkipText ? [] : new[] { template.Text },
            .. template.IncludeFaces ? new[] { template.Faces } : [],
        ];
    }

    /// <summary>
    /// What a report on the same video asks for. Text costs so much more that they are hardly felt beside it; alone they would be.
    /// </summary>
    public override IReadOnlyList<FeatureOptions> Companions(FeatureOptions options) =>
        ((TemplateOptions)options).SkipText ? [] : ReportParts.Companions;

    public override IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn)
    {
        var asked = (TemplateOptions)options;
        WarnOfModels(asked, parts, warn);
        if (parts.Records<VisualSummary>(Visual) is not [var visual])
        {
            return [];
        }

        var template = TemplateColumns.Create(input, visual) with
        {
            TextStatus = StatusOf(parts, asked.SkipText ? null : asked.Text),
            SpeechStatus = StatusOf(parts, asked.SkipSpeech ? null : asked.Speech),
            FaceStatus = StatusOf(parts, asked.IncludeFaces ? asked.Faces : null),
        };
        if (!asked.SkipScenes)
        {
            template = TemplateColumns.WithScenes(template, parts.Records<VideoScene>(asked.Scenes)!);
        }

        if (!asked.SkipText && parts.Records<VideoText>(asked.Text) is { } texts)
        {
            template = TemplateColumns.WithText(template, texts, parts.Records<TextReadings>(asked.Text)!.Single(), visual);
        }

        if (!asked.SkipSpeech && parts.Records<TranscriptSegment>(asked.Speech) is { } segments)
        {
            template = TemplateColumns.WithSpeech(template, segments, visual.StartSeconds);
        }

        if (asked.IncludeFaces && parts.Records<VideoFace>(asked.Faces) is { } faces)
        {
            template = TemplateColumns.WithFaces(template, faces, parts.Records<FaceReadings>(asked.Faces)!.Single());
        }

        var isWhole = new[] { template.TextStatus, template.SpeechStatus, template.FaceStatus }
            .All(part => part is PartStatus.Ok or PartStatus.NotAsked);
        return [isWhole || template.Status != RecordStatus.Ok ? template : template with { Status = RecordStatus.Partial }];
    }

    private static PartStatus StatusOf(PartResults parts, FeatureOptions? part) =>
        part is null ? PartStatus.NotAsked : parts.Failure(part)?.Id switch
        {
            null => PartStatus.Ok,
            VideoErrorId.ModelCorrupt => PartStatus.ModelCorrupt,
            VideoErrorId.OutOfMemory => PartStatus.OutOfMemory,
            _ => PartStatus.ModelMissing,
        };

    private static void WarnOfModels(TemplateOptions asked, PartResults parts, Action<string> warn)
    {
        var problems = new[]
            {
                (Name: "text", Failure: asked.SkipText ? null : parts.Failure(asked.Text)),
                (Name: "speech", Failure: asked.SkipSpeech ? null : parts.Failure(asked.Speech)),
                (Name: "face", Failure: asked.IncludeFaces ? parts.Failure(asked.Faces) : null),
            }
            .Where(p => p.Failure is not null)
            .GroupBy(p => $"{p.Failure!.Message} {p.Failure.RecommendedAction}", p => p.Name, StringComparer.Ordinal)
            .Select(g => $"The {string.Join(" and ", g)} columns stay empty: {g.Key}")
            .ToList();
        if (problems.Count > 0)
        {
            warn(string.Join(' ', problems));
        }
    }
}

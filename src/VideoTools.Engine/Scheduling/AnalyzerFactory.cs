using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Scheduling;

/// <summary>Which analyzers a request stands for. A new feature adds one line here.</summary>
internal static class AnalyzerFactory
{
    /// <summary>New analyzers for one file.</summary>
    public static IReadOnlyList<IAnalyzer> Create(VideoRequest request) => request switch
    {
        SceneRequest scenes => [new SceneAnalyzer(scenes.Scenes)],
        CropRequest crop => [new CropAnalyzer(crop.Crop)],
        TemplateRequest template => [Create(template.Template)],
        TranscriptRequest transcript => [Create(transcript.Speech)],
        TextRequest text => [Create(text.Text)],
        CompositeRequest composite => [.. composite.Parts.SelectMany(Create)],
        _ => throw new ArgumentException($"A {request.GetType().Name} has no analyzers.", nameof(request)),
    };

    private static TemplateAnalyzer Create(TemplateOptions options) => new(
        options.SkipScenes ? null : new SceneAnalyzer(options.Scenes),
        options.SkipText ? null : Create(options.Text),
        options.SkipSpeech ? null : Create(options.Speech));

    private static TextAnalyzer Create(TextOptions options) => new(
        options,
        new PaddleTextReader(options.Device, options.Language, options.MinimumConfidence),
        new WorkLane("text", TextAnalyzer.WaitingGroups));

    private static SpeechAnalyzer Create(SpeechOptions options) => new(options, new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
}

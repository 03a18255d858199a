using VideoTools.Engine.Analysis;
using VideoTools.Engine.Analysis.Crop;
using VideoTools.Engine.Analysis.Scenes;
using VideoTools.Engine.Analysis.Templates;

namespace VideoTools.Engine.Scheduling;

/// <summary>Which analyzers a request stands for. A new feature adds one line here.</summary>
internal static class AnalyzerFactory
{
    /// <summary>New analyzers for one file.</summary>
    public static IReadOnlyList<IAnalyzer> Create(VideoRequest request) => request switch
    {
        SceneRequest scenes => [new SceneAnalyzer(scenes.Scenes)],
        CropRequest crop => [new CropAnalyzer(crop.Crop)],
        TemplateRequest template => [new TemplateAnalyzer(template.Template.SkipScenes ? null : new SceneAnalyzer(template.Template.Scenes))],
        CompositeRequest composite => [.. composite.Parts.SelectMany(Create)],
        _ => throw new ArgumentException($"A {request.GetType().Name} has no analyzers.", nameof(request)),
    };
}

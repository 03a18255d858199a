using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Scheduling;

/// <summary>Which device a request wants its models to run on.</summary>
internal static class InferenceWishes
{
    /// <summary>The wish; null for a request that runs no model. Of several parts the first that asks for more than the processor.</summary>
    public static InferenceDevice? Of(VideoRequest request) => request switch
    {
        TextRequest text => text.Text.Device,
        TranscriptRequest transcript => transcript.Speech.Device,
        TemplateRequest { Template: var template } => Strongest(
            [template.SkipText ? null : template.Text.Device, template.SkipSpeech ? null : template.Speech.Device]),
        CompositeRequest composite => Strongest(composite.Parts.Select(Of)),
        _ => null,
    };

    /// <summary>What the wish comes to on this machine (null when no model is run), and what to say once when that is less.</summary>
    public static (InferenceDevice? Device, string? Warning) Resolve(VideoRequest request) => Of(request) switch
    {
        null => (null, null),
        { } wish => ModelSessions.Resolve(wish),
    };

    private static InferenceDevice? Strongest(IEnumerable<InferenceDevice?> wishes) =>
        wishes.Where(d => d is not null).OrderBy(d => d == InferenceDevice.Cpu).FirstOrDefault();
}

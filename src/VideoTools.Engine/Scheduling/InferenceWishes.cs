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

    private static InferenceDevice? Strongest(IEnumerable<InferenceDevice?> wishes) =>
        wishes.Where(d => d is not null).OrderBy(d => d == InferenceDevice.Cpu).FirstOrDefault();
}

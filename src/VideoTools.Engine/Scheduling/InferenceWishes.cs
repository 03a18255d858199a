namespace VideoTools.Engine.Scheduling;

/// <summary>Which device a request wants its models to run on.</summary>
internal static class InferenceWishes
{
    /// <summary>The wish; null for a request that runs no model. Of several parts the first that asks for more than the processor.</summary>
    public static InferenceDevice? Of(VideoRequest request) => request switch
    {
        TextRequest text => text.Text.Device,
        TranscriptRequest transcript => transcript.Speech.Device,
        CompositeRequest composite => composite.Parts.Select(Of).Where(d => d is not null).OrderBy(d => d == InferenceDevice.Cpu).FirstOrDefault(),
        _ => null,
    };
}

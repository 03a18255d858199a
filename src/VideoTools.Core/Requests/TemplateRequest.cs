namespace VideoTools;

/// <summary>Gives one <see cref="VideoTemplate"/> a file.</summary>
public sealed record TemplateRequest : VideoRequest
{
    /// <summary>What a template holds.</summary>
    public TemplateOptions Template { get; init; } = new();
}

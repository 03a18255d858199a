namespace VideoTools;

/// <summary>What a template holds.</summary>
public sealed record TemplateOptions
{
    /// <summary>How scenes are found.</summary>
    public SceneOptions Scenes { get; init; } = new();

    /// <summary>True leaves the scene columns null.</summary>
    public bool SkipScenes { get; init; }
}

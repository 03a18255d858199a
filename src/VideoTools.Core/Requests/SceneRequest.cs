namespace VideoTools;

/// <summary>Gives one <see cref="VideoScene"/> a scene, as soon as its end is known.</summary>
public sealed record SceneRequest : VideoRequest
{
    /// <summary>How scenes are found.</summary>
    public SceneOptions Scenes { get; init; } = new();
}

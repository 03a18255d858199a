namespace VideoTools;

/// <summary>What a template holds.</summary>
public sealed record TemplateOptions : FeatureOptions
{
    /// <summary>How scenes are found.</summary>
    public SceneOptions Scenes { get; init; } = new();

    /// <summary>How on-screen text is read.</summary>
    public TextOptions Text { get; init; } = new();

    /// <summary>How speech is turned into text.</summary>
    public SpeechOptions Speech { get; init; } = new();

    /// <summary>How faces are found, where they are.</summary>
    public FaceOptions Faces { get; init; } = new();

    /// <summary>True fills the face columns.</summary>
    public bool IncludeFaces { get; init; }

    /// <summary>True leaves the scene columns null.</summary>
    public bool SkipScenes { get; init; }

    /// <summary>True leaves the text columns null.</summary>
    public bool SkipText { get; init; }

    /// <summary>True leaves the speech columns null.</summary>
    public bool SkipSpeech { get; init; }
}

namespace VideoTools;

/// <summary>What makes a stretch of a video dull.</summary>
public enum DullBy
{
    /// <summary>Little happens in the picture.</summary>
    Activity,

    /// <summary>Nothing is heard.</summary>
    Silence,

    /// <summary>Little happens and nothing is heard.</summary>
    Both,
}

namespace VideoTools;

/// <summary>How a crop behaves over time.</summary>
public enum CropMode
{
    /// <summary>Chooses for every scene, and says why.</summary>
    Auto,

    /// <summary>One window for the whole video.</summary>
    Static,

    /// <summary>One window for each scene.</summary>
    PerScene,

    /// <summary>A window that follows what matters, never across a cut.</summary>
    Follow,
}

namespace VideoTools;

/// <summary>Whether a part of a record was computed.</summary>
public enum PartStatus
{
    /// <summary>Nobody asked for it, or the record comes from a file that does not say.</summary>
    NotAsked,

    /// <summary>It is there.</summary>
    Ok,

    /// <summary>Its model, or the library that runs models, is not installed.</summary>
    ModelMissing,

    /// <summary>Its model cannot be loaded.</summary>
    ModelCorrupt,

    /// <summary>Its model does not fit into memory.</summary>
    OutOfMemory,
}

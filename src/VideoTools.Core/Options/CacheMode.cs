namespace VideoTools;

/// <summary>Whether results of earlier runs are used.</summary>
public enum CacheMode
{
    /// <summary>Nothing is read from the cache and nothing is stored.</summary>
    Off,

    /// <summary>What is stored is used; what is not is computed and stored.</summary>
    Use,

    /// <summary>Everything is computed, and replaces what is stored.</summary>
    Refresh,
}

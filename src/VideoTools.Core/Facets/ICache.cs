namespace VideoTools;

/// <summary>Results that are kept, so that a second run over an unchanged file costs no decode. Thread-safe.</summary>
public interface ICache
{
    /// <summary>The stored results, the one used last first.</summary>
    IReadOnlyList<VideoCacheEntry> List();

    /// <summary>Deletes a stored result.</summary>
    /// <param name="key"><see cref="VideoCacheEntry.Key"/>.</param>
    /// <returns>True when it was there and is gone.</returns>
    /// <exception cref="ArgumentException">The key is none.</exception>
    bool Remove(string key);
}

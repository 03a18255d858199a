using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes keys of results that are kept.</summary>
public sealed class CacheKeyCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) => EngineProvider.Get().Cache.List()
        .Select(entry => (entry.Key, $"{entry.Analysis} of {Path.GetFileName(entry.FullName)}, {entry.LastUsed:g}"));
}

using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes paths of videos of which results are kept.</summary>
public sealed class CachedVideoCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) => EngineProvider.Get().Cache.List()
        .Select(entry => Path.GetFileName(entry.FullName)).Distinct(StringComparer.Ordinal).Select(name => (name, ""));
}

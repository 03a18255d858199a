using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of the taxonomies that come with the module, and files.</summary>
public sealed class TaxonomyCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) =>
    [
        .. EngineProvider.Get().Taxonomies.Names.Select(name => (name, name + ", comes with the module")),
        .. Directory.EnumerateFiles(FullPath("."), "*.json").Select(file => (Path.GetFileName(file), file)),
    ];
}

using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes keys of niches, of the taxonomy that the command line names.</summary>
public sealed class NicheCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound)
    {
        var taxonomy = bound["TaxonomyPath"] is string named ? TaxonomyReference.Resolve(named, path => FullPath(path)) : null;
        return EngineProvider.Get().Taxonomies.Read(taxonomy).Select(node => (node.Key, node.FullPath)).DistinctBy(word => word.Key);
    }
}

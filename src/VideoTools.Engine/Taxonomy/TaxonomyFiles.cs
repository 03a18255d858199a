using VideoTools.Engine.Files;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Reads taxonomies and writes them as files to edit.</summary>
internal sealed class TaxonomyFiles : ITaxonomies
{
    public IReadOnlyList<string> Names => TaxonomyLocator.Names;

    public IReadOnlyList<TaxonomyNode> Read(string? path) => TaxonomyReader.Read(path).Nodes;

    public FileOutcome Save(string? taxonomy, string path, bool force) =>
        WholeFiles.Write(new OutputSubject("The taxonomy"), force, (path, TaxonomyWriter.Serialize(TaxonomyReader.Read(taxonomy))));
}

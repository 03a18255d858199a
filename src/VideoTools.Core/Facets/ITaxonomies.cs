namespace VideoTools;

/// <summary>Taxonomies: files, and those that come with the module (named in <see cref="TaxonomyReference"/>). Thread-safe.</summary>
public interface ITaxonomies
{
    /// <summary>Names of the taxonomies that come with VideoTools.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The nodes of a taxonomy, parents before children.</summary>
    /// <param name="path">A taxonomy file or name; null for the one that comes with the module.</param>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, with what is wrong in the file and where.</exception>
    IReadOnlyList<TaxonomyNode> Read(string? path);

    /// <summary>Writes a taxonomy, with those it extends laid into it, as a file to edit; whole or not at all.</summary>
    /// <param name="taxonomy">A taxonomy file or name; null for the one that comes with the module.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, OutputExists or OutputUnwritable.</exception>
    FileOutcome Save(string? taxonomy, string path, bool force);
}

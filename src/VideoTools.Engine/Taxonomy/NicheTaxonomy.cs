using System.Security.Cryptography;

namespace VideoTools.Engine.Taxonomy;

/// <summary>A checked taxonomy: its nodes in the order of the file, parents before children. Immutable, thread-safe.</summary>
internal sealed class NicheTaxonomy
{
    /// <summary>Stands between the keys of a path.</summary>
    public const string PathSeparator = " > ";

    private readonly int[] _parents;
    private readonly int[][] _children;

    public NicheTaxonomy(
        string name, string description, bool exhaustive, double? minimumConfidence, double certainty,
        IReadOnlyList<TaxonomyNode> nodes, IReadOnlyList<int> parents, IReadOnlyList<string>? ambiguous = null)
    {
        Name = name;
        Description = description;
        IsExhaustive = exhaustive;
        MinimumConfidence = minimumConfidence;
        Certainty = certainty;
        Nodes = nodes;
        Ambiguous = ambiguous ?? [];
        _parents = [.. parents];
        var all = Enumerable.Range(0, nodes.Count);
        _children = [.. all.Select(n => all.Where(c => parents[c] == n).ToArray())];
        Roots = [.. Enumerable.Range(0, nodes.Count).Where(n => parents[n] < 0)];
        Leaves = [.. Enumerable.Range(0, nodes.Count).Where(n => _children[n].Length == 0)];
        LevelCount = nodes.Max(n => n.Level);
        Version = Hash();
    }

    /// <summary>Name of the taxonomy.</summary>
    public string Name { get; }

    /// <summary>For people.</summary>
    public string Description { get; }

    /// <summary>True when every video belongs to one of the nodes.</summary>
    public bool IsExhaustive { get; }

    /// <summary>The file's own limit; null for that of the scorer.</summary>
    public double? MinimumConfidence { get; }

    /// <summary>Factor on all logits, above 0, at most 1: below 1 where the nodes overlap, so that even clear words leave doubt.</summary>
    public double Certainty { get; }

    /// <summary>All nodes.</summary>
    public IReadOnlyList<TaxonomyNode> Nodes { get; }

    /// <summary>Words that mean something else in everyday language.</summary>
    public IReadOnlyList<string> Ambiguous { get; }

    /// <summary>Numbers of the nodes of the first level.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>Numbers of the nodes without children.</summary>
    public IReadOnlyList<int> Leaves { get; }

    /// <summary>Levels of the deepest branch.</summary>
    public int LevelCount { get; }

    /// <summary>Hash of everything that an answer depends on.</summary>
    public string Version { get; }

    /// <summary>Number of the node above; -1 for the first level.</summary>
    public int ParentOf(int node) => _parents[node];

    /// <summary>Numbers of the nodes below.</summary>
    public IReadOnlyList<int> ChildrenOf(int node) => _children[node];

    /// <summary>The node and those above it, itself first.</summary>
    public IEnumerable<int> PathOf(int node)
    {
        for (var at = node; at >= 0; at = _parents[at])
        {
            yield return at;
        }
    }

    private string Hash()
    {
        var text = new StringBuilder();
        text.Append(IsExhaustive).Append(FormattableString.Invariant($"|{MinimumConfidence}|{Certainty}|")).AppendJoin(',', Ambiguous);
        foreach (var node in Nodes)
        {
            text.Append('\n').AppendJoin(
                '\t', node.FullPath, node.Name, node.Description, node.Keyword, node.ProperName, node.Hint, node.Example,
                FormattableString.Invariant($"{node.Share}"), node.TypicalVideoLength, node.Pacing, node.CtaStrength);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}

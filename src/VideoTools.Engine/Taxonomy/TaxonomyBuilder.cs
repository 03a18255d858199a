using System.Text.RegularExpressions;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Checks what a taxonomy file says and makes nodes of it.</summary>
internal static partial class TaxonomyBuilder
{
    private const int MaximumLevel = 3;
    private static readonly string[] Pacings = ["slow", "moderate", "moderate-fast", "fast", "very-fast"];
    private static readonly string[] Strengths = ["low", "medium", "high"];

    /// <summary>The taxonomy of a file.</summary>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, with the node and what to do.</exception>
    public static NicheTaxonomy Build(string path, TaxonomyFile file)
    {
        if (file.MinimumConfidence is { } confidence && !(confidence is >= 0 and <= 1))
        {
            throw TaxonomyReader.Invalid(path, "\"minimumConfidence\" is not between 0 and 1", "Give a share, for example 0.4.");
        }

        if (file.Certainty is { } certainty && !(certainty is > 0 and <= 1))
        {
            throw TaxonomyReader.Invalid(
                path, "\"certainty\" is not above 0 and at most 1",
                "Leave it out where the nodes hardly overlap, or give 0.3 where they do.");
        }

        var (nodes, parents) = (new List<TaxonomyNode>(), new List<int>());
        Add(path, file.Nodes ?? [], null, -1, nodes, parents);
        if (nodes.Count == 0)
        {
            throw TaxonomyReader.Invalid(
                path, "it has no nodes", "Give at least one node in \"nodes\"; docs/taxonomy.md describes the format.");
        }

        return new NicheTaxonomy(
            file.Name ?? Path.GetFileNameWithoutExtension(path), file.Description ?? "",
            file.Exhaustive ?? false, file.MinimumConfidence, file.Certainty ?? 1,
            nodes, parents, file.Ambiguous);
    }

    private static void Add(
        string path, IReadOnlyList<TaxonomyFileNode> siblings, TaxonomyNode? parent, int parentNumber,
        List<TaxonomyNode> nodes, List<int> parents)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var written in siblings)
        {
            var where = parent is null ? "" : parent.FullPath + NicheTaxonomy.PathSeparator;
            if (written.Key is not { Length: > 0 } key)
            {
                throw TaxonomyReader.Invalid(
                    path, $"a node below '{parent?.FullPath ?? "nodes"}' has no \"key\"", "Give each node a key.");
            }

            var node = Create(path, written, key, where + key, parent);
            if (!keys.Add(key))
            {
                throw TaxonomyReader.Invalid(path, $"the node '{node.FullPath}' is there twice", "Join the two nodes or rename one.");
            }

            nodes.Add(node);
            parents.Add(parentNumber);
            Add(path, written.Children ?? [], node, nodes.Count - 1, nodes, parents);
        }
    }

    private static TaxonomyNode Create(string path, TaxonomyFileNode written, string key, string fullPath, TaxonomyNode? parent)
    {
        VideoToolsException Wrong(string what, string action) => TaxonomyReader.Invalid(path, $"the node '{fullPath}' {what}", action);

        if (!KeyPattern().IsMatch(key) || key == VideoNiche.Unknown)
        {
            throw Wrong("has a key that is not allowed", "Use lower-case letters, digits and \"_\"; \"unknown\" is taken.");
        }

        if (written.Remove == true)
        {
            throw Wrong("is to be removed, but the file extends nothing that has it", "Leave the node out.");
        }

        var level = (parent?.Level ?? 0) + 1;
        if (level > MaximumLevel)
        {
            throw Wrong("lies on level 4", "A taxonomy has at most three levels: category, subcategory, micro-niche.");
        }

        var empty = new[] { written.Keywords, written.Names, written.Hints, written.Examples }.SelectMany(list => list ?? [])
            .Where(k => k is null || !k.Any(char.IsLetterOrDigit)).ToList();
        if (empty.Count > 0)
        {
            throw Wrong($"has a keyword, name, hint or example without a letter or digit: '{empty[0]}'", "Delete it.");
        }

        if (written.Children is not { Count: > 0 } && written is { Keywords: not { Count: > 0 }, Description: null or "" })
        {
            throw Wrong(
                "has neither keywords nor a description, so nothing can be found by it", "Give it keywords, a description or both.");
        }

        if (written.Share is { } share && !(share > 0 && double.IsFinite(share)))
        {
            throw Wrong("has a \"share\" that is not above 0", "Give 1 for as common as its siblings, 2 for twice as common.");
        }

        var traits = written.Traits;
        if (traits?.Pacing is { } pacing && !Pacings.Contains(pacing, StringComparer.Ordinal))
        {
            throw Wrong($"has the pacing '{pacing}'", "Use one of: " + string.Join(", ", Pacings) + ".");
        }

        if (traits?.CtaStrength is { } strength && !Strengths.Contains(strength, StringComparer.Ordinal))
        {
            throw Wrong($"has the ctaStrength '{strength}'", "Use one of: " + string.Join(", ", Strengths) + ".");
        }

        if (traits?.TypicalVideoLength is { } length && !LengthPattern().IsMatch(length))
        {
            throw Wrong($"has the typicalVideoLength '{length}'", "Write it like \"30-60s\" or \"5-10min\".");
        }

        var name = written.Name is { Length: > 0 } given ? given : key.Replace('_', ' ');
        return new TaxonomyNode
        {
            Key = key,
            Name = name,
            Level = level,
            FullPath = fullPath,
            Parent = parent?.Key,
            Description = written.Description is { Length: > 0 } description ? description : name,
            Keyword = new(written.Keywords ?? []),
            ProperName = new(written.Names ?? []),
            Hint = new(written.Hints ?? []),
            Example = new(written.Examples ?? []),
            Share = written.Share ?? 1,
            TypicalVideoLength = traits?.TypicalVideoLength,
            Pacing = traits?.Pacing,
            CtaStrength = traits?.CtaStrength,
        };
    }

    [GeneratedRegex(@"^[a-z0-9_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[0-9]+-[0-9]+(s|min)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LengthPattern();
}

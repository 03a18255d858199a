using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Writes a taxonomy in the form that <see cref="TaxonomyReader"/> reads.</summary>
internal static class TaxonomyWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // The file is edited by people, never pasted into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The taxonomy as UTF-8 JSON, ending with a line feed.</summary>
    public static byte[] Serialize(NicheTaxonomy taxonomy)
    {
        var file = new TaxonomyFile
        {
            Name = taxonomy.Name,
            Description = taxonomy.Description,
            Exhaustive = taxonomy.IsExhaustive,
            Certainty = taxonomy.Certainty == 1 ? null : taxonomy.Certainty,
            MinimumConfidence = taxonomy.MinimumConfidence,
            Ambiguous = taxonomy.Ambiguous.Count > 0 ? taxonomy.Ambiguous : null,
            Nodes = [.. taxonomy.Roots.Select(n => ToFile(taxonomy, n))],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, Json), (byte)'\n'];
    }

    private static TaxonomyFileNode ToFile(NicheTaxonomy taxonomy, int number)
    {
        var node = taxonomy.Nodes[number];
        return new TaxonomyFileNode
        {
            Key = node.Key,
            Name = node.Name,
            Description = node.Description,
            Share = node.Share == 1 ? null : node.Share,
            Keywords = Some(node.Keyword),
            Names = Some(node.ProperName),
            Hints = Some(node.Hint),
            Examples = Some(node.Example),
            Traits = node is { TypicalVideoLength: null, Pacing: null, CtaStrength: null }
                ? null
                : new TaxonomyFileTraits
                {
                    TypicalVideoLength = node.TypicalVideoLength, Pacing = node.Pacing, CtaStrength = node.CtaStrength,
                },
            Children = taxonomy.ChildrenOf(number) is { Count: > 0 } children ? [.. children.Select(c => ToFile(taxonomy, c))] : null,
        };
    }

    private static ValueList<string>? Some(ValueList<string> list) => list.Count > 0 ? list : null;
}

using VideoTools.Engine.Files;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Reads a taxonomy file and those that it extends.</summary>
internal static class TaxonomyReader
{
    private const int MaximumDepth = 8;
    private const long MaximumBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads and checks.</summary>
    /// <param name="path">A file, the name of a taxonomy that comes with the module, or null for the default one.</param>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, with the file, the node and what to do.</exception>
    public static NicheTaxonomy Read(string? path)
    {
        var file = TaxonomyLocator.Find(path);
        return TaxonomyBuilder.Build(file, Resolve(file, []));
    }

    private static TaxonomyFile Resolve(string path, List<string> chain)
    {
        if (chain.Contains(path, StringComparer.Ordinal) || chain.Count == MaximumDepth)
        {
            throw Invalid(path, $"it extends itself: {string.Join(" -> ", chain.Append(path).Select(Path.GetFileName))}",
                "Let \"extends\" name a taxonomy that does not lead back here.");
        }

        chain.Add(path);
        var file = Parse(path);
        if (file.Extends is not { } parent)
        {
            return file;
        }

        // A path is relative to the file that names it, not to the current directory.
        var beside = Path.Combine(Path.GetDirectoryName(path)!, parent);
        var extended = File.Exists(beside) ? Path.GetFullPath(beside) : FindNamed(path, parent, beside);
        return TaxonomyMerger.Merge(path, Resolve(extended, chain), file);
    }

    private static string FindNamed(string path, string parent, string beside)
    {
        if (parent is "default" or "youtube")
        {
            return TaxonomyLocator.Find(parent);
        }

        throw Invalid(path, $"it extends '{parent}', but there is no file '{beside}'",
            "Let \"extends\" be \"default\", \"youtube\", or a path relative to the file.");
    }

    private static TaxonomyFile Parse(string path)
    {
        try
        {
            var json = TextFile.ReadBytes(path, MaximumBytes)
                ?? throw Invalid(path, "it has more than 16 MB", "A taxonomy is a few hundred kilobytes: give the right file.");
            return JsonSerializer.Deserialize<TaxonomyFile>(json, Json)
                ?? throw Invalid(path, "it says null", "Write an object with \"nodes\".");
        }
        catch (JsonException broken)
        {
            throw Invalid(
                path, broken.Message.TrimEnd('.'), "Correct the place that is named; docs/taxonomy.md describes the format.", broken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Invalid(path, unreadable.Message.TrimEnd('.'), "Give the path of a taxonomy file that you may read.", unreadable);
        }
    }

    /// <summary>The error of a file.</summary>
    public static VideoToolsException Invalid(string path, string what, string action, Exception? inner = null) => new(
        VideoErrorId.TaxonomyInvalid, path, $"'{path}' is not a usable taxonomy: {what}.", action, inner);
}

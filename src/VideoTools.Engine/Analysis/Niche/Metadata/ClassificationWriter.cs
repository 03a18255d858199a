// Method: RFC 4180 through CsvHelper, UTF-8, invariant numbers. The five columns of the original pipeline come first, in its order and with
// its names; what it threw away follows. relative_path starts from the deepest directory that holds all videos. Cost: linear.
using System.Globalization;
using System.Text;
using CsvHelper;

namespace VideoTools.Engine.Analysis.Niche.Metadata;

/// <summary>Writes video_classifications.csv.</summary>
public static class ClassificationWriter
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "video_classifications.csv";

    private static readonly string[] Header =
    [
        "video_id", "filename", "niche", "relative_path", "text_sample", "subcategory", "micro_niche", "full_path", "confidence",
        "matched_keywords", "alternatives", "source", "scorer", "language", "typical_video_length", "pacing", "cta_strength",
    ];

    /// <summary>Where the file goes.</summary>
    public static string GetPath(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return Path.GetFullPath(Path.Combine(directory, FileName));
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="niches">A row each, in this order.</param>
    /// <param name="directory">Where; made when it is missing.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static string Save(IReadOnlyList<VideoNiche> niches, string directory, bool force)
    {
        var path = GetPath(directory);
        WholeFile.Write(path, force, Encoding.UTF8.GetBytes(Format(niches)));
        return path;
    }

    /// <summary>The text of the file.</summary>
    public static string Format(IReadOnlyList<VideoNiche> niches)
    {
        ArgumentNullException.ThrowIfNull(niches);
        var root = CommonDirectory(niches.Select(n => n.FullName).OfType<string>());
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }))
        {
            csv.WriteRecord(Header);
            foreach (var niche in niches)
            {
                csv.WriteRecord(Cells(niche, root));
            }
        }

        return text.ToString();
    }

    /// <summary>The deepest directory that holds all files; empty when there is none, as for two drives.</summary>
    internal static string CommonDirectory(IEnumerable<string> files)
    {
        string? common = null;
        foreach (var file in files)
        {
            var directory = Path.GetDirectoryName(file) ?? "";
            common ??= directory;
            while (common.Length > 0 && !IsIn(directory, common))
            {
                common = Path.GetDirectoryName(common) ?? "";
            }
        }

        return common ?? "";
    }

    private static bool IsIn(string directory, string parent) =>
        directory.StartsWith(parent, StringComparison.Ordinal)
        && (directory.Length == parent.Length || Path.EndsInDirectorySeparator(parent) || directory[parent.Length] == Path.DirectorySeparatorChar);

    private static string?[] Cells(VideoNiche niche, string root) =>
    [
        niche.VideoId,
        niche.FileName,
        niche.Category,
        niche.FullName is null || root.Length == 0 ? niche.FullName : Path.GetRelativePath(root, niche.FullName).Replace('\\', '/'),
        niche.TextSample,
        niche.Subcategory,
        niche.MicroNiche,
        niche.FullPath,
        niche.Confidence.ToString("0.####", CultureInfo.InvariantCulture),
        niche.MatchedKeyword.ToString(),
        niche.Alternatives.ToString(),
        niche.Source.ToString(),
        niche.Scorer.ToString(),
        niche.Language,
        niche.TypicalVideoLength,
        niche.Pacing,
        niche.CtaStrength,
    ];
}

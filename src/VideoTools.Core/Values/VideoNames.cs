using System.Text.RegularExpressions;

namespace VideoTools;

/// <summary>Reads what a file name says about a video.</summary>
public static partial class VideoNames
{
    /// <summary>
    /// The id: of names like "id_owner_score1.5" the part before the owner (an id may contain "_" and "-", an owner no "_"),
    /// otherwise the name without extension.
    /// </summary>
    /// <param name="path">Path or name of the file; an empty id for null.</param>
    public static string GetVideoId(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return "";
        }

        var stem = Path.GetFileNameWithoutExtension(path);
        var match = ScoredName().Match(stem);
        return match.Success ? match.Groups["id"].Value : stem;
    }

    [GeneratedRegex(@"^(?<id>[A-Za-z0-9_-]+?)_[^_]+_score[0-9.]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ScoredName();
}

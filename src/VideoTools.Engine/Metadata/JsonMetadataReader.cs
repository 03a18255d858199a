// Method: a file is one object (the feature JSON of one video, yt-dlp's .info.json, an item of Apify), a list of them, an object that
// holds the list (a playlist of yt-dlp, whose tabs are playlists again; an answer of YouTube's API), or one object a line (NDJSON). Lines
// are read by themselves, so that a broken one costs itself only. Playlists without entries and the chat of a live stream, which yt-dlp
// puts beside the video, are no videos: passed over in a folder, one error for a file that was named. Whole numbers keep every digit.
// Cost: linear.
namespace VideoTools.Engine.Metadata;

/// <summary>Reads the objects of one file.</summary>
/// <param name="builder">Makes the rows.</param>
/// <param name="report">Takes what is wrong.</param>
internal sealed class JsonMetadataReader(MetadataRowBuilder builder, MetadataReport report)
{
    private const string Action = "Export it again, or correct it; the others are read.";
    private static readonly string[] Lists = ["entries", "items", "itemlist", "awemelist", "videos", "results", "data"];

    // Lines of a live chat of YouTube's and of Twitch's; comments as yt-dlp and Instaloader keep them.
    private static readonly string[] Talk = ["replaychatitemaction", "videooffsettimemsec", "contentoffsetseconds", "parent", "answers"];

    private readonly List<string> _nameless = [];
    private int _count;
    private int _passed;
    private string? _passedOver;

    /// <summary>The objects in their order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isLines">True when the file's name says that it has one object a line.</param>
    /// <param name="isNamed">True when the user named the file, false when it was found in a folder.</param>
    public IReadOnlyList<MetadataRow> Read(string text, bool isLines, bool isNamed)
    {
        List<MetadataRow> rows = [.. ReadText(text, isLines)];
        if (_passedOver is not null && rows.Count == 0 && _nameless.Count == 0 && isNamed)
        {
            report.File(_passedOver, "Give the files of the videos.");
        }

        // A file of something else is told of once, not once an object.
        if (rows.Count == 0 && _nameless.Count > 1 && _count == _nameless.Count + _passed)
        {
            var count = _nameless.Count.ToString(CultureInfo.InvariantCulture);
            report.File(
                $"has {count} objects, none with a name of metadata, such as title, desc or hashtags.",
                "Leave it out, or name its values so.");
            return rows;
        }

        foreach (var place in _nameless)
        {
            report.Place(place, "it has no name of metadata, such as title, desc or hashtags", "Leave it out, or name its values so.");
        }

        return rows;
    }

    private IEnumerable<MetadataRow> ReadText(string text, bool isLines)
    {
        if (isLines)
        {
            return ReadLines(text);
        }

        if (PlainJson.TryParse(text, out var value, out var problem))
        {
            return ReadValue(value, "The content", ownsFile: true);
        }

        // NDJSON under another name: the first line is whole by itself, and others follow it.
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end > 0 && !line[end..].IsWhiteSpace() && PlainJson.TryParse(line[..end].ToString(), out value, out _)
            && value is IReadOnlyDictionary<string, object?>)
        {
            return ReadLines(text);
        }

        report.File($"is no JSON: {problem}", "Export it again, or correct it.");
        return [];
    }

    private IEnumerable<MetadataRow> ReadLines(string text)
    {
        var number = 0;
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"Line {number}");
            if (!PlainJson.TryParse(line, out var value, out var problem))
            {
                report.Place(place, "it is no JSON: " + problem.TrimEnd('.'), Action);
                continue;
            }

            foreach (var row in ReadValue(value, place, ownsFile: false))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<MetadataRow> ReadValue(object? value, string place, bool ownsFile)
    {
        if (value is IReadOnlyList<object?> list)
        {
            return ReadList(list, ownsFile ? "" : place + ", ");
        }

        if (value is not IReadOnlyDictionary<string, object?> fields)
        {
            _count++;
            report.Place(place, "it is no object with named values", Action);
            return [];
        }

        if (ListIn(fields) is { } inner)
        {
            return ReadList(inner, ownsFile ? "" : place + ", ");
        }

        return ReadObject(fields, place, ownsFile) is { } row ? [row] : [];
    }

    private IEnumerable<MetadataRow> ReadList(IReadOnlyList<object?> list, string before)
    {
        for (var i = 0; i < list.Count; i++)
        {
            // yt-dlp writes null for a video of a playlist that can't be had.
            if (list[i] is null)
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"{before}{(before.Length == 0 ? 'I' : 'i')}tem {i + 1}");
            foreach (var row in ReadValue(list[i], place, ownsFile: false))
            {
                yield return row;
            }
        }
    }

    // An object that says what it is a list of; one with an id or texts of its own is a video, whatever it holds.
    private static IReadOnlyList<object?>? ListIn(IReadOnlyDictionary<string, object?> fields)
    {
        var isPlaylist = IsPlaylist(fields);
        foreach (var (name, value) in fields)
        {
            var normal = MetadataNames.Normalize(name);
            if (value is IReadOnlyList<object?> list && Lists.Contains(normal)
                && (normal == Lists[0] || isPlaylist
                    || (!IsVideo(fields) && list.All(item => item is IReadOnlyDictionary<string, object?>))))
            {
                return list;
            }
        }

        return null;
    }

    private static bool IsPlaylist(IReadOnlyDictionary<string, object?> fields) =>
        fields.GetValueOrDefault("_type") is "playlist" or "multi_video" or "compat_list";

    private static bool IsVideo(IReadOnlyDictionary<string, object?> fields) =>
        fields.Keys.Select(MetadataNames.Normalize).Any(MetadataNames.IsIdentity);

    private MetadataRow? ReadObject(IReadOnlyDictionary<string, object?> fields, string place, bool ownsFile)
    {
        _count++;
        if (IsPlaylist(fields))
        {
            (_passed, _passedOver) = (_passed + 1, "is a playlist without its entries, so it holds no video.");
            return null;
        }

        if (fields.Keys.Select(MetadataNames.Normalize).Any(Talk.Contains))
        {
            (_passed, _passedOver) = (_passed + 1, "holds a chat or comments, not the metadata of videos.");
            return null;
        }

        var row = builder.Build(fields, null, ownsFile);
        foreach (var problem in builder.Problems)
        {
            report.Place(place, problem, "Correct the value, or leave it out; it is read as missing.");
        }

        if (row is null)
        {
            _nameless.Add(place);
        }

        return row;
    }
}

// Method: every way to find a row is one dictionary, so a look-up costs the same for ten rows and for a million. In this order: the join
// column when one is given, alone; the id (the id rule of file names); id and owner of "id_owner_score1.5"; JSON files named
// "<id>_*.json"; the id in brackets that yt-dlp puts into names; the name without extension. The first row wins. Cost: linear, once.
namespace VideoTools.Engine.Metadata;

/// <summary>Rows by all the names that a video may find them by.</summary>
internal sealed class MetadataIndex : IMetadataIndex
{
    internal const string ById = "Id";
    internal const string ByStem = "Stem";
    internal const string ByColumn = "Column";

    // Ids have case everywhere; names only where the file system has.
    private static readonly StringComparer Names = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly IReadOnlyList<MetadataRow> _rows;
    private readonly bool _usesColumn;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _idsWithOwner = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(Names);
    private readonly Dictionary<string, int> _columns = new(Names);
    private readonly Dictionary<string, int> _columnStems = new(Names);

    /// <summary>Builds the dictionaries.</summary>
    /// <param name="rows">In the order of files and rows.</param>
    /// <param name="usesColumn">True to join by <see cref="MetadataRow.JoinValue"/> and nothing else.</param>
    public MetadataIndex(IReadOnlyList<MetadataRow> rows, bool usesColumn)
    {
        _rows = rows;
        _usesColumn = usesColumn;
        Rows = [.. rows.Select(row => row.Metadata)];
        for (var i = 0; i < rows.Count; i++)
        {
            Add(rows[i], i);
        }
    }

    public IReadOnlyList<VideoMetadata> Rows { get; }

    public VideoMetadata? Find(string videoPath) =>
        FindRow(videoPath) is var (index, matchedBy) && index >= 0 ? Join(Rows[index], videoPath, matchedBy) : null;

    /// <summary>A row with its video.</summary>
    public static VideoMetadata Join(VideoMetadata metadata, string videoPath, string matchedBy) =>
        metadata with { FullName = videoPath, IsMatched = true, MatchedBy = matchedBy };

    /// <summary>Number of the row of a video and how it was found; -1 when there is none.</summary>
    public (int Index, string MatchedBy) FindRow(string videoPath)
    {
        var stem = Path.GetFileNameWithoutExtension(videoPath);
        var id = VideoNames.GetVideoId(videoPath);
        if (_usesColumn)
        {
            return _columns.TryGetValue(videoPath, out var row) || _columns.TryGetValue(Path.GetFileName(videoPath), out row)
                || _columns.TryGetValue(stem, out row) || _columns.TryGetValue(id, out row)
                || _columnStems.TryGetValue(stem, out row) || _columnStems.TryGetValue(id, out row)
                ? (row, ByColumn)
                : (-1, "");
        }

        if (_ids.TryGetValue(id, out var found)
            || (MetadataFileName.BeforeScore(stem) is { } scored && _idsWithOwner.TryGetValue(scored, out found))
            || _prefixes.TryGetValue(id, out found)
            || (MetadataFileName.BracketId(stem) is { } bracketed && _ids.TryGetValue(bracketed, out found)))
        {
            return (found, ById);
        }

        return _stems.TryGetValue(stem, out found) ? (found, ByStem) : (-1, "");
    }

    /// <summary>The row that has one of the ids of another one and stands before it; -1 when there is none.</summary>
    public int FindFirst(int index)
    {
        foreach (var id in _rows[index].Ids)
        {
            if (_ids[id] < index)
            {
                return _ids[id];
            }
        }

        return -1;
    }

    private void Add(MetadataRow row, int index)
    {
        foreach (var id in row.Ids)
        {
            _ids.TryAdd(id, index);
            if (row.Metadata.OwnerUserName is { } owner)
            {
                _idsWithOwner.TryAdd($"{id}_{owner}", index);
            }
        }

        foreach (var stem in row.Stems)
        {
            _stems.TryAdd(stem, index);
        }

        if (row.OwnFileStem is { } own)
        {
            AddPrefixes(own, index);
        }

        if (row.JoinValue is { } value)
        {
            _columns.TryAdd(value, index);
            _columns.TryAdd(MetadataFileName.Name(value), index);
            _columnStems.TryAdd(MetadataFileName.Stem(value), index);
        }
    }

    // "<id>_*.json": a name that follows the id rule says where its id ends, in others it may end before every "_".
    private void AddPrefixes(string stem, int index)
    {
        var id = VideoNames.GetVideoId(stem + ".json");
        if (id != stem)
        {
            _prefixes.TryAdd(id, index);
            return;
        }

        for (var end = stem.IndexOf('_', 1); end > 0; end = stem.IndexOf('_', end + 1))
        {
            _prefixes.TryAdd(stem[..end], index);
            if (end == stem.Length - 1)
            {
                break;
            }
        }
    }
}

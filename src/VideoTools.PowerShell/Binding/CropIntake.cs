namespace VideoTools.PowerShell;

/// <summary>
/// Sorts what is piped to an export into one input a video: windows and speeds of one file that follow each other belong together, a
/// candidate or position is a video by itself.
/// </summary>
/// <param name="add">Takes an input as soon as it is complete.</param>
/// <param name="speeds">Speeds that were given for all.</param>
internal sealed class CropIntake(Action<VideoInput> add, IReadOnlyList<VideoActivity> speeds) : IItemIntake
{
    private readonly List<CropShot> _shots = [];
    private readonly List<VideoActivity> _speeds = [];
    private string? _file;
    private (string? File, VideoActivity[] Speeds) _last = (null, []);

    /// <summary>The files that a piped object stands for, where it is no record.</summary>
    public required Func<object, IEnumerable<string>> Files { get; init; }

    /// <summary>Takes what is wrong with an object.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>Takes a record, a row of one, or a file.</summary>
    public void Take(object item)
    {
        var problem = "";
        switch (Record(item, ref problem))
        {
            case CropShot shot:
                Begin(shot.FullName);
                _shots.Add(shot);
                break;
            case VideoActivity activity:
                Begin(activity.FullName);
                _speeds.Add(activity);
                break;
            case CropCandidate candidate:
                AddOne(CropShots.Of(candidate));
                break;
            case CropPosition position:
                AddOne(CropShots.Of(position));
                break;
            case null when problem.Length > 0:
                Refuse(item, $"This is no crop: {problem}");
                break;
            default:
                TakeFiles(item);
                break;
        }
    }

    /// <summary>Takes a file whose windows are to be found.</summary>
    public void TakeFile(string fullName)
    {
        Flush();
        add(new VideoInput(fullName) { Speeds = SpeedsOf(fullName) });
    }

    /// <summary>Hands on what is complete because nothing follows.</summary>
    public void Flush()
    {
        if (_file is { } file)
        {
            add(new VideoInput(file)
            {
                Shots = _shots.Count > 0 ? [.. _shots] : null,
                Speeds = _speeds.Count > 0 ? [.. _speeds] : SpeedsOf(file),
            });
        }

        _file = null;
        _shots.Clear();
        _speeds.Clear();
    }

    /// <summary>The record that a piped object is or is a row of; the object itself where it is none.</summary>
    /// <param name="item">What was piped.</param>
    /// <param name="problem">What is wrong with a row that looks like a record; the result is null then.</param>
    internal static object? Record(object item, ref string problem) => FlexibleValue.Unwrap(item) switch
    {
        CropShot or VideoActivity or CropCandidate or CropPosition => FlexibleValue.Unwrap(item),
        string or FileInfo => item,
        _ => RecordRows.ReadForCrop(PlainValue.Getter(PSObject.AsPSObject(item)), out problem) ?? (problem.Length > 0 ? null : item),
    };

    private void TakeFiles(object item)
    {
        foreach (var file in Files(item))
        {
            Flush();
            add(ItemRange.Limit(file, item) with { Speeds = SpeedsOf(file) });
        }
    }

    private void AddOne(CropShot shot)
    {
        // Speeds of the file that came just before belong to all its candidates.
        if (_file == shot.FullName && _shots.Count == 0)
        {
            _last = (_file, [.. _speeds]);
            _file = null;
        }

        Flush();
        add(new VideoInput(shot.FullName) { Shots = [shot], Speeds = SpeedsOf(shot.FullName) });
    }

    private void Begin(string fullName)
    {
        if (_file != fullName)
        {
            Flush();
            _file = fullName;
        }
    }

    private VideoActivity[]? SpeedsOf(string fullName) => _last.File == fullName ? _last.Speeds
        : speeds.Where(speed => speed.FullName == fullName).ToArray() is { Length: > 0 } own ? own : null;
}

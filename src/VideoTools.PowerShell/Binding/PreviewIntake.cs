namespace VideoTools.PowerShell;

/// <summary>
/// Sorts what is piped to a picture of crops into one input a picture: candidates and positions of one analysis, windows of one file, as
/// far as they follow each other.
/// </summary>
/// <param name="add">Takes an input as soon as it is complete.</param>
internal sealed class PreviewIntake(Action<VideoInput> add) : IItemIntake
{
    private readonly List<CropCandidate> _candidates = [];
    private readonly List<CropPosition> _positions = [];
    private readonly List<CropShot> _shots = [];
    private (string FullName, int Scene, double Start, double End, string Aspect)? _key;

    /// <summary>The files that a piped object stands for, where it is no record.</summary>
    public required Func<object, IEnumerable<string>> Files { get; init; }

    /// <summary>Takes what is wrong with an object.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>Takes a record, a row of one, or a file.</summary>
    public void Take(object item)
    {
        var problem = "";
        switch (CropIntake.Record(item, ref problem))
        {
            case CropCandidate candidate:
                Begin((candidate.FullName, candidate.SceneIndex, candidate.StartSeconds, candidate.EndSeconds, candidate.Aspect));
                _candidates.Add(candidate);
                break;
            case CropPosition position:
                Begin((position.FullName, position.SceneIndex, position.StartSeconds, position.EndSeconds, position.Aspect));
                _positions.Add(position);
                break;
            case CropShot shot:
                Begin((shot.FullName, 0, 0, 0, shot.Aspect));
                _shots.Add(shot);
                break;
            case VideoActivity:
                Refuse(item, "A stretch with a speed is no crop.");
                break;
            case null:
                Refuse(item, $"This is no crop: {problem}");
                break;
            default:
                foreach (var file in Files(item))
                {
                    Flush();
                    add(ItemRange.Limit(file, item));
                }

                break;
        }
    }

    /// <summary>Takes a file whose crops are to be found.</summary>
    public void TakeFile(string fullName)
    {
        Flush();
        add(new VideoInput(fullName));
    }

    /// <summary>Hands on what is complete because nothing follows.</summary>
    public void Flush()
    {
        if (_key is { } key)
        {
            add(new VideoInput(key.FullName)
            {
                Candidates = _candidates.Count > 0 ? [.. _candidates] : null,
                Positions = _positions.Count > 0 ? [.. _positions] : null,
                Shots = _shots.Count > 0 ? [.. _shots] : null,
            });
        }

        _key = null;
        _candidates.Clear();
        _positions.Clear();
        _shots.Clear();
    }

    private void Begin((string FullName, int Scene, double Start, double End, string Aspect) key)
    {
        if (_key != key)
        {
            Flush();
            _key = key;
        }
    }
}

namespace VideoTools.PowerShell;

/// <summary>
/// Sorts what Export-VideoScene is given into one input a video, at the end: scenes of one video may come apart. Of a file that is given
/// alone the scenes are to be found.
/// </summary>
/// <param name="add">Takes an input.</param>
internal sealed class SceneIntake(Action<VideoInput> add) : IItemIntake
{
    // In the order in which the videos came up; null for one whose scenes are to be found.
    private readonly OrderedDictionary<string, List<VideoScene>?> _videos = new(StringComparer.Ordinal);

    /// <summary>The files that a piped object stands for, where it is no record.</summary>
    public required Func<object, IEnumerable<string>> Files { get; init; }

    /// <summary>Told of objects that cannot be taken, and why.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>Takes a scene, a row of one, a file, or a path with wildcards.</summary>
    public void Take(object item)
    {
        switch (FlexibleValue.Unwrap(item))
        {
            case VideoScene scene:
                TakeScene(scene);
                break;
            case FileSystemInfo or string:
                TakeFiles(item);
                break;
            default:
                TakeRow(item);
                break;
        }
    }

    /// <summary>Takes a file whose scenes are to be found, unless some of it came.</summary>
    public void TakeFile(string fullName) => _videos.TryAdd(fullName, null);

    /// <summary>Hands on every video, in the order in which they came up.</summary>
    public void Flush()
    {
        foreach (var (file, scenes) in _videos)
        {
            add(new VideoInput(file) { Scenes = scenes });
        }

        _videos.Clear();
    }

    private void TakeFiles(object item)
    {
        foreach (var file in Files(item))
        {
            TakeFile(file);
        }
    }

    private void TakeScene(VideoScene scene)
    {
        if (_videos.GetValueOrDefault(scene.FullName) is not { } scenes)
        {
            _videos[scene.FullName] = scenes = [];
        }

        scenes.Add(scene);
    }

    private void TakeRow(object item)
    {
        var get = PlainValue.Getter(PSObject.AsPSObject(item));
        if (RecordReader.TryRead<VideoScene>(get, out var scene, out var problem))
        {
            TakeScene(scene);
        }
        else if (get(nameof(VideoScene.Index)) is null && FileNames.Of(PSObject.AsPSObject(item)) is not null)
        {
            TakeFiles(item);
        }
        else
        {
            Refuse(item, $"This is neither a scene nor a file: {problem} Pipe the output of Get-VideoScene, or video files.");
        }
    }
}

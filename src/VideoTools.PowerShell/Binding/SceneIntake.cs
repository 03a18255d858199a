namespace VideoTools.PowerShell;

/// <summary>Sorts what Export-VideoScene is given: scenes go to their video, files wait for their scenes to be found.</summary>
internal sealed class SceneIntake(PathResolver paths)
{
    // In the order in which the videos came up; null for one whose scenes are to be found.
    private readonly OrderedDictionary<string, List<VideoScene>?> _videos = new(StringComparer.Ordinal);

    /// <summary>Told of objects that cannot be taken, and why.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>An input a video.</summary>
    public IEnumerable<VideoInput> Inputs => _videos.Select(video => new VideoInput(video.Key) { Scenes = video.Value });

    /// <summary>Takes a scene, a row of one, a file, or a path with wildcards.</summary>
    public void Take(object item)
    {
        switch (FlexibleValue.Unwrap(item))
        {
            case VideoScene scene:
                TakeScene(scene);
                break;
            case FileSystemInfo file:
                TakePath(file.FullName);
                break;
            case string text:
                TakePattern(text);
                break;
            default:
                TakeRow(item);
                break;
        }
    }

    /// <summary>Takes what a path with wildcards stands for.</summary>
    public void TakePattern(string pattern)
    {
        foreach (var file in paths.Expand(pattern))
        {
            TakeFile(file);
        }
    }

    /// <summary>Takes a path as it is written.</summary>
    public void TakePath(string path)
    {
        if (paths.Literal(path) is { } file)
        {
            TakeFile(file);
        }
    }

    // Scenes of a file that is named, too, are what somebody chose.
    private void TakeFile(string file) => _videos.TryAdd(file, null);

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
        else if (get(nameof(VideoScene.Index)) is null && FileNames.Of(PSObject.AsPSObject(item)) is { } file)
        {
            TakePath(file);
        }
        else
        {
            Refuse(item, $"This is neither a scene nor a file: {problem} Pipe the output of Get-VideoScene, or video files.");
        }
    }
}

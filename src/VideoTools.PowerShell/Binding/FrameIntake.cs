namespace VideoTools.PowerShell;

/// <summary>
/// Sorts what Export-VideoFrame is given: frames of one video are handed on together as far as they follow each other, in batches unless
/// all of them are wanted at once; files wait for their frames to be chosen.
/// </summary>
/// <param name="batchSize">Frames that are handed on together; 0 for all of a video.</param>
/// <param name="add">Takes an input as soon as it is complete.</param>
internal sealed class FrameIntake(int batchSize, Action<VideoInput> add) : IItemIntake
{
    private readonly List<SelectedFrame> _frames = [];

    /// <summary>The files that a piped object stands for, where it is no record.</summary>
    public required Func<object, IEnumerable<string>> Files { get; init; }

    /// <summary>Makes the inputs of a file.</summary>
    public required Func<string, IEnumerable<VideoInput>> Inputs { get; init; }

    /// <summary>Told of objects that cannot be taken, and why.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>Takes a frame, a row of one, or a file.</summary>
    public void Take(object item)
    {
        var value = FlexibleValue.Unwrap(item);
        if (value is SelectedFrame frame)
        {
            TakeFrame(frame);
            return;
        }

        var get = PlainValue.Getter(PSObject.AsPSObject(item));
        if (value is string or FileSystemInfo || !RecordReader.IsPresent(get(nameof(SelectedFrame.Seconds))))
        {
            foreach (var file in Files(item))
            {
                TakeFile(file);
            }

            return;
        }

        if (RecordReader.TryRead<SelectedFrame>(Source, out var row, out var problem))
        {
            TakeFrame(row);
        }
        else
        {
            Refuse(item, $"This is neither a frame nor a file: {problem} Pipe the output of Get-VideoFrame, or video files.");
        }

        // What was exported before names its video by another column.
        object? Source(string column) => column == nameof(SelectedFrame.FullName)
            && get(nameof(ExportedFrame.VideoPath)) is { } video && RecordReader.IsPresent(video) ? video : get(column);
    }

    /// <summary>Takes a file whose frames are to be chosen.</summary>
    public void TakeFile(string fullName)
    {
        Flush();
        foreach (var input in Inputs(fullName))
        {
            add(input);
        }
    }

    /// <summary>Hands on what is complete because nothing follows.</summary>
    public void Flush()
    {
        if (_frames.Count > 0)
        {
            add(new VideoInput(_frames[0].FullName) { Frames = [.. _frames] });
            _frames.Clear();
        }
    }

    private void TakeFrame(SelectedFrame frame)
    {
        if (_frames.Count > 0 && (_frames[0].FullName != frame.FullName || _frames.Count == batchSize))
        {
            Flush();
        }

        _frames.Add(frame);
    }
}

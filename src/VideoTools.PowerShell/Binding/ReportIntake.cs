namespace VideoTools.PowerShell;

/// <summary>Sorts what Export-VideoReport is given: records and rows go to the collector, videos wait for their analysis.</summary>
internal sealed class ReportIntake(ITemplates templates, PathResolver paths, ReportCollector collector)
{
    private readonly List<string> _videos = [];

    /// <summary>The videos to analyse.</summary>
    public IReadOnlyList<string> Videos => _videos;

    /// <summary>Told of files that cannot be taken.</summary>
    public required Action<VideoError> Report { get; init; }

    /// <summary>Told of rows that cannot be taken, and why.</summary>
    public required Action<object, string> Refuse { get; init; }

    /// <summary>Takes a record, a row, a file, or a path with wildcards.</summary>
    public void Take(object item)
    {
        var value = FlexibleValue.Unwrap(item);
        switch (value)
        {
            case FileInfo file:
                TakeFile(file.FullName);
                break;
            case DirectoryInfo directory:
                Report(new VideoError(
                    VideoErrorId.NotAFile,
                    directory.FullName,
                    $"'{directory.FullName}' is a directory.",
                    "Pipe its files: Get-ChildItem -File | Export-VideoReport -Path report.html"));
                break;
            case string text:
                foreach (var path in paths.Expand(text))
                {
                    TakeFile(path);
                }

                break;
            case not null when collector.Add(value):
                break;
            default:
                TakeRow(item);
                break;
        }
    }

    // What was analysed before is in the template; a video is analysed now.
    private void TakeFile(string path)
    {
        if (!templates.IsFile(path))
        {
            _videos.Add(path);
        }
        else if (templates.Read(path, Report) is { } template)
        {
            collector.Add(template);
        }
    }

    private void TakeRow(object item)
    {
        if (RecordRows.ReadForReport(PlainValue.Getter(PSObject.AsPSObject(item))) is not { } record || !collector.Add(record))
        {
            Refuse(
                item,
                "This row is none that a report can show. Pipe the output of Get-VideoNiche or Get-VideoTemplate, or video files.");
        }
    }
}

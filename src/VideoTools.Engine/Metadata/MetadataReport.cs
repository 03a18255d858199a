namespace VideoTools.Engine.Metadata;

/// <summary>
/// Errors of one metadata file. The first ones are told one by one, the others only counted: a wrong column must not print 100,000 lines.
/// </summary>
internal sealed class MetadataReport(string path, Action<VideoError> report)
{
    private const int MaximumTold = 10;

    private int _count;

    /// <summary>Something about the whole file.</summary>
    public void File(string problem, string action, VideoErrorId id = VideoErrorId.MetadataInvalid, Exception? exception = null) =>
        report(new VideoError(id, path, $"'{path}' {problem}", action) { Exception = exception });

    /// <summary>Something about a place in the file, for example "Row 3".</summary>
    public void Place(string place, string problem, string action)
    {
        if (++_count <= MaximumTold)
        {
            report(new VideoError(VideoErrorId.MetadataInvalid, path, $"{place} of '{path}': {problem}.", action));
        }
    }

    /// <summary>Tells how many were only counted.</summary>
    public void Finish()
    {
        if (_count > MaximumTold)
        {
            report(new VideoError(
                VideoErrorId.MetadataInvalid,
                path,
                string.Create(CultureInfo.InvariantCulture, $"'{path}' has {_count - MaximumTold} more such rows."),
                "Correct the first ones and try again."));
        }
    }
}

namespace VideoTools.Engine.Reporting;

/// <summary>Saves reports, whole or not at all.</summary>
internal static class ReportWriter
{
    /// <summary>Writes a report to a temporary name in the directory (made where it is missing) and renames it.</summary>
    /// <exception cref="ArgumentException">There is not one video.</exception>
    /// <exception cref="VideoToolsException">OutputExists, or OutputUnwritable; nothing is left behind.</exception>
    public static void Save(ReportData data, string path, bool force)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        if (!force && File.Exists(full))
        {
            throw Exists(full, null);
        }

        var samples = ReportSamples.Join(data);
        if (samples.Count == 0)
        {
            throw new ArgumentException("A report needs at least one video.", nameof(data));
        }

        var page = ReportPage.Create(data.Title, ReportJson.Serialize(data, samples));
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(page);
            }

            File.Move(temporary, full, overwrite: force);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            DeleteQuietly(temporary);

            // Somebody else wrote it in the meantime.
            throw !force && File.Exists(full)
                ? Exists(full, exception)
                : new VideoToolsException(
                    VideoErrorId.OutputUnwritable,
                    full,
                    $"The report cannot be written to '{full}': {exception.Message}",
                    "Choose a file in a directory that you may write to.",
                    exception);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    private static VideoToolsException Exists(string path, Exception? exception) => new(
        VideoErrorId.OutputExists, path, $"The report is not written: '{path}' exists.", "Overwrite it with -Force (--force), or choose another name.", exception);

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}

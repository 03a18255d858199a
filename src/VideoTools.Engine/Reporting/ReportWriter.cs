using VideoTools.Engine.Files;

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
        VideoToolsException Exists(Exception? cause) => new(
            VideoErrorId.OutputExists, full, $"The report is not written: '{full}' exists.", "Overwrite it with -Force (--force), or choose another name.", cause);
        WholeFile.Check(full, force, Exists);
        var samples = ReportSamples.Join(data);
        if (samples.Count == 0)
        {
            throw new ArgumentException("A report needs at least one video.", nameof(data));
        }

        WholeFile.Write(full, ReportPage.Create(data.Title, ReportJson.Serialize(data, samples)), force, Exists, cause => new VideoToolsException(
            VideoErrorId.OutputUnwritable,
            full,
            $"The report cannot be written to '{full}': {cause.Message}",
            "Choose a file in a directory that you may write to.",
            cause));
    }
}

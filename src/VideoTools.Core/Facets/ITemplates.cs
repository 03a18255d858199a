namespace VideoTools;

/// <summary>Templates as JSON files (name_template.json). Thread-safe.</summary>
public interface ITemplates
{
    /// <summary>True for the name of a template file.</summary>
    bool IsFile(string path);

    /// <summary>The template files of a directory and of those below it, in ordinal order.</summary>
    IReadOnlyList<string> FindFiles(string directory);

    /// <summary>Reads a template file with everything in it; null, and reported, when it cannot be read.</summary>
    VideoTemplate? Read(string path, Action<VideoError> report);

    /// <summary>Where <see cref="Save"/> would write.</summary>
    string GetPath(VideoTemplate template, string directory);

    /// <summary>Writes a template, whole or not at all.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    string Save(VideoTemplate template, string directory, bool force);
}

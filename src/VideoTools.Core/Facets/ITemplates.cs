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

    /// <summary>The name of a template's file, whatever is there: that of the video, its scene or range where it is of one.</summary>
    string GetPath(VideoTemplate template, string directory);

    /// <summary>
    /// The file for a template in a directory. Of two videos of one name the first keeps it, whether in this run or in an earlier one
    /// whose video is still there; the other gets a name of its own, the same in every run.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="directory">Where.</param>
    /// <param name="taken">Files claimed so far, and their videos; takes this one.</param>
    /// <param name="warn">Told when the name is another.</param>
    string Claim(VideoTemplate template, string directory, IDictionary<string, string> taken, Action<string> warn);

    /// <summary>
    /// Writes a template, whole or not at all. A niche that the file of the same video holds stays where the template has none; a file
    /// that would be the same is left as it is.
    /// </summary>
    /// <exception cref="VideoToolsException">OutputExists (it holds something else) or OutputUnwritable.</exception>
    FileOutcome Save(VideoTemplate template, string path, bool force);

    /// <summary>Writes a niche into a template file and leaves everything else in it as it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="niche">Keys from the top, "tech &gt; coding"; null for unknown.</param>
    /// <exception cref="VideoToolsException">FileNotFound, FileUnreadable, TemplateInvalid or OutputUnwritable.</exception>
    FileOutcome SetNiche(string path, string? niche);
}

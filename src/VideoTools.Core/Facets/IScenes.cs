namespace VideoTools;

/// <summary>Files of scenes. Thread-safe; they are written by a <see cref="SceneExportRequest"/>.</summary>
public interface IScenes
{
    /// <summary>
    /// The file that an export of a video writes, of pieces the first; asked for before the work, for all videos of one export.
    /// </summary>
    /// <param name="fullName">The video.</param>
    /// <param name="options">What is written, and where.</param>
    /// <param name="taken">Files that other videos write, and those videos; takes this one.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="VideoToolsException">OutputExists: another video of the same export has this name, or it exists.</exception>
    string Claim(string fullName, SceneExportOptions options, IDictionary<string, string> taken);
}

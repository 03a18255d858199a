using VideoTools.Engine.Files;

namespace VideoTools.Engine.Templates;

/// <summary>Saves templates as files, whole or not at all.</summary>
internal static class TemplateWriter
{
    /// <summary>Where a template is saved: name_template.json in the directory.</summary>
    public static string GetPath(VideoTemplate template, string directory)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return Path.GetFullPath(Path.Combine(directory, Path.GetFileNameWithoutExtension(template.FileName) + "_template.json"));
    }

    /// <summary>
    /// Writes a template to a temporary name in the directory (made where it is missing) and renames it. Two videos of one name from
    /// different folders share a path: the second is refused like any file that exists.
    /// </summary>
    /// <param name="template">What to write.</param>
    /// <param name="directory">Where.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists, or OutputUnwritable; nothing is left behind.</exception>
    public static string Save(VideoTemplate template, string directory, bool force)
    {
        var path = GetPath(template, directory);
        VideoToolsException Exists(Exception? cause) => new(
            VideoErrorId.OutputExists,
            template.FullName,
            $"The template of '{template.FullName}' is not written: '{path}' exists.",
            "Overwrite it with -Force (--force), or choose another output directory; videos of the same name from different folders need different ones.",
            cause);

        WholeFile.Write(path, TemplateJson.Serialize(template), force, Exists, cause => new VideoToolsException(
            VideoErrorId.OutputUnwritable,
            template.FullName,
            $"The template of '{template.FullName}' cannot be written to '{path}': {cause.Message}",
            "Choose a directory that you may write to.",
            cause));
        return path;
    }
}

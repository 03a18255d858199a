using VideoTools.Engine.Files;

namespace VideoTools.Engine.Templates;

/// <summary>Templates as JSON files.</summary>
internal sealed class TemplateFiles : ITemplates
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MatchType = MatchType.Simple,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    public bool IsFile(string path) => ModuleFiles.IsTemplate(path);

    public IReadOnlyList<string> FindFiles(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*" + ModuleFiles.TemplateEnding, Recursive).Order(StringComparer.Ordinal)];

    public VideoTemplate? Read(string path, Action<VideoError> report) =>
        TemplateInput.Guard(path, report, () =>
            RegularFile.ReadAllBytes(path) is { Length: > 0 } json
                ? TemplateJsonReader.Parse(json)
                : throw new FormatException("It has no bytes, or is a pipe or device."));

    public string GetPath(VideoTemplate template, string directory)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return Path.GetFullPath(Path.Combine(directory, Path.GetFileNameWithoutExtension(template.FileName) + ModuleFiles.TemplateEnding));
    }

    /// <inheritdoc/>
    /// <remarks>Two videos of one name from different folders share a path: the second is refused like any file that exists.</remarks>
    public string Save(VideoTemplate template, string directory, bool force)
    {
        var path = GetPath(template, directory);
        var subject = new OutputSubject(
            $"The template of '{template.FullName}'",
            template.FullName,
            "choose another output directory; videos of the same name from different folders need different ones");
        WholeFiles.Write(subject, force, (path, TemplateJson.Serialize(template)));
        return path;
    }
}

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
                ? TemplateJsonReader.Parse(json) with { TemplatePath = path }
                : throw new FormatException("It has no bytes, or is a pipe or device."));

    public string GetPath(VideoTemplate template, string directory)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var stem = Path.GetFileNameWithoutExtension(template.FileName) + Part(template);
        return Path.GetFullPath(Path.Combine(directory, stem + ModuleFiles.TemplateEnding));
    }

    public string Claim(VideoTemplate template, string directory, IDictionary<string, string> taken, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(warn);
        return DistinctNames.Claim(
            GetPath(template, directory), ModuleFiles.TemplateEnding, template.FullName, path => OwnerOf(path, template), taken, warn);
    }

    public FileOutcome Save(VideoTemplate template, string path, bool force)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (template.Niche is null && Known(path) is { Niche: { } niche } known && known.FullName == template.FullName)
        {
            template = template with { Niche = niche };
        }

        var subject = new OutputSubject(
            $"The template of '{template.FullName}'", template.FullName, "choose another output directory");
        return WholeFiles.Write(subject, force, (path, TemplateJson.Serialize(template)));
    }

    public FileOutcome SetNiche(string path, string? niche)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        VideoError? problem = null;
        var content = TemplateInput.Guard(path, error => problem = error, () => TemplateJson.WithNiche(File.ReadAllBytes(path), niche));
        return content is not null
            ? WholeFiles.Write(new OutputSubject($"The niche of '{path}'", path), force: true, (path, content))
            : throw new VideoToolsException(problem!.Id, problem.FullName, problem.Message, problem.RecommendedAction, problem.Exception);
    }

    // A video that is gone leaves its name to others: it was moved, as often as not.
    private string? OwnerOf(string path, VideoTemplate template) =>
        Known(path) is { } known && known.FullName != template.FullName && Path.IsPathFullyQualified(known.FullName)
            && File.Exists(known.FullName) ? known.FullName : null;

    private VideoTemplate? Known(string path) => File.Exists(path) ? Read(path, _ => { }) : null;

    private static string Part(VideoTemplate template) =>
        template.SceneIndex > 0 ? string.Create(CultureInfo.InvariantCulture, $"_scene{template.SceneIndex:000}")
        : template.StartSeconds is null && template.EndSeconds is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $"_{template.StartSeconds ?? 0:0.###}-{template.EndSeconds:0.###}");
}

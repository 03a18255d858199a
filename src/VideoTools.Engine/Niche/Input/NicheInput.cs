using VideoTools.Engine.Metadata;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Input;

/// <summary>Reads files and rows of templates and niches. What cannot be read is reported and passed over.</summary>
internal sealed class NicheInput(ITemplates templates) : INicheInput
{
    private static readonly string[] TimesOfParts = ["Start", "StartSeconds", "Seconds"];

    public VideoNiche FromTemplate(VideoTemplate template) => TemplateRow.Of(template);

    public bool IsPart(Func<string, object?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        return Array.Exists(TimesOfParts, name => RecordReader.IsPresent(get(name)))
            || (get("SceneIndex") is { } scene && NumberText.TryParse(RecordText.Format(scene), out var number) && number > 0);
    }

    public VideoError RefusePart(string name) => new(
        VideoErrorId.TemplateInvalid,
        name,
        $"'{name}' is a part of a video (a scene, a text, a frame); niches are counted a video.",
        "Pipe templates of whole videos: Get-VideoTemplate (videotools template), then Get-VideoNiche (videotools niche).");

    // A row of templates has Niche (a path) for Category, and a row without VideoId takes it from the file's name.
    public bool TryReadRow(Func<string, object?> get, out VideoNiche? video, out string problem)
    {
        if (!RecordReader.TryRead(get, out video, out problem))
        {
            return false;
        }

        if (string.IsNullOrEmpty(video.VideoId))
        {
            if (video.FullName is null)
            {
                problem = "it has neither VideoId nor FullName.";
                video = null;
                return false;
            }

            video = video with { VideoId = VideoNames.GetVideoId(video.FullName) };
        }

        if (!RecordReader.IsPresent(get(nameof(VideoNiche.Category))) && get(nameof(VideoTemplate.Niche)) is { } path)
        {
            video = NichePaths.WithPath(video, path.ToString());
        }

        return true;
    }

    public IEnumerable<VideoNiche> Read(string path, Action<VideoError> report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        return Directory.Exists(path) ? ReadDirectory(path, report) : ReadFile(path, report);
    }

    public IEnumerable<NicheEvidence> ReadEvidence(string path, IMetadataIndex? metadata, Action<VideoError> report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        if (Directory.Exists(path))
        {
            return FindTemplates(path, report).SelectMany(file => ReadEvidence(file, metadata, report));
        }

        if (templates.IsFile(path))
        {
            return templates.Read(path, report) is { } template ? [Evidence(template)] : [];
        }

        if (IsTable(path) && TemplateInput.Guard(path, _ => { }, () => TemplateTable.Open(path)) is { } table && table.HoldsTemplates)
        {
            return table.Read<VideoTemplate>(problem => report(TemplateInput.Invalid(path, problem))).Select(Evidence);
        }

        if (MetadataFiles.HasExtension(path))
        {
            report(new VideoError(
                VideoErrorId.NotAFile,
                path,
                $"'{path}' is no video.",
                "Give videos or templates and name it with -MetadataPath (--metadata), or classify its rows: pipe "
                    + "Import-VideoMetadata (videotools niche --metadata)."));
            return [];
        }

        return [new NicheEvidence { FullName = path, Metadata = metadata?.Find(path) }];

        NicheEvidence Evidence(VideoTemplate template) =>
            new() { FullName = template.FullName, Template = template, Metadata = metadata?.Find(template.FullName) };
    }

    private IReadOnlyList<string> FindTemplates(string directory, Action<VideoError> report)
    {
        var files = templates.FindFiles(directory);
        if (files.Count == 0)
        {
            report(new VideoError(
                VideoErrorId.FileNotFound,
                directory,
                $"'{directory}' holds no *_template.json.",
                "Write some with Get-VideoTemplate -OutputDirectory (videotools template --output-directory)."));
        }

        return files;
    }

    private static bool IsTable(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" or ".txt";

    private IEnumerable<VideoNiche> ReadDirectory(string directory, Action<VideoError> report) =>
        FindTemplates(directory, report).SelectMany(file => ReadFile(file, report));

    // Anything but a template or a table, a video for example, is refused unread.
    private List<VideoNiche> ReadFile(string path, Action<VideoError> report)
    {
        if (IsTable(path))
        {
            return TemplateInput.Guard(path, report, () => ReadTable(TemplateTable.Open(path), path, report)) ?? [];
        }

        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            report(File.Exists(path)
                ? TemplateInput.Invalid(path, $"'{path}' is neither a .json file of a template nor a .csv file.")
                : TemplateInput.Missing(path));
            return [];
        }

        if (templates.Read(path, report) is not { } template)
        {
            return [];
        }

        if (template is { SceneIndex: 0, StartSeconds: null, EndSeconds: null })
        {
            return [TemplateRow.Of(template)];
        }

        report(RefusePart(path));
        return [];
    }

    private List<VideoNiche> ReadTable(TemplateTable table, string path, Action<VideoError> report)
    {
        var videos = new List<VideoNiche>();
        var hasParts = false;
        foreach (var (row, get) in table.Rows)
        {
            if (IsPart(get))
            {
                hasParts = true;
            }
            else if (TryReadRow(get, out var video, out var problem))
            {
                videos.Add(video!);
            }
            else
            {
                report(TemplateInput.Invalid(path, FormattableString.Invariant($"Row {row} of '{path}' is passed over: {problem}")));
            }
        }

        if (hasParts)
        {
            report(RefusePart(path));
        }

        return videos;
    }
}

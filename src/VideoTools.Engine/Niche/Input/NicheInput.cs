using CsvHelper;
using VideoTools.Engine.Files;
using VideoTools.Engine.Metadata;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Input;

/// <summary>Reads files and rows of templates and niches. What cannot be read is reported and passed over.</summary>
internal sealed class NicheInput(ITemplates templates) : INicheInput
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public VideoNiche FromTemplate(VideoTemplate template) => TemplateRow.Of(template);

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

    public NicheEvidence? ReadEvidence(string path, IMetadataIndex? metadata, Action<VideoError> report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        if (templates.IsFile(path))
        {
            return templates.Read(path, report) is { } template
                ? new NicheEvidence { FullName = template.FullName, Template = template, Metadata = metadata?.Find(template.FullName) }
                : null;
        }

        if (MetadataFiles.HasExtension(path))
        {
            report(new VideoError(
                VideoErrorId.NotAFile,
                path,
                $"'{path}' is no video.",
                "Give videos or templates and name it with -MetadataPath (--metadata), or classify its rows: "
                    + "Import-VideoMetadata ... | Get-VideoNiche."));
            return null;
        }

        return new NicheEvidence { FullName = path, Metadata = metadata?.Find(path) };
    }

    private IEnumerable<VideoNiche> ReadDirectory(string directory, Action<VideoError> report)
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

        return files.SelectMany(file => ReadFile(file, report));
    }

    // Anything but a template or a table, a video for example, is refused unread.
    private List<VideoNiche> ReadFile(string path, Action<VideoError> report)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".json":
                return templates.Read(path, report) is { } template ? [TemplateRow.Of(template)] : [];
            case ".csv" or ".tsv" or ".txt":
                return TemplateInput.Guard(path, report, () => ReadTable(path, report)) ?? [];
            default:
                report(File.Exists(path)
                    ? TemplateInput.Invalid(path, $"'{path}' is neither a .json file of a template nor a .csv file.")
                    : TemplateInput.Missing(path));
                return [];
        }
    }

    private List<VideoNiche> ReadTable(string path, Action<VideoError> report)
    {
        var text = RegularFile.ReadAllText(path);
        if (text.Length == 0)
        {
            throw new FormatException("It has no bytes, or is a pipe or device.");
        }

        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];

        // Names of columns hold none of the three, so whichever the header has most of divides it.
        var delimiter = Delimiters.MaxBy(d => header.Count(c => c == d));
        using var csv = CsvReader.FromText(
            text, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover });
        var videos = new List<VideoNiche>();
        if (!csv.Read())
        {
            return videos;
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            columns.TryAdd(csv.GetString(i), i);
        }

        for (var row = 1; csv.Read(); row++)
        {
            if (TryReadRow(Cell, out var video, out var problem))
            {
                videos.Add(video!);
            }
            else
            {
                report(TemplateInput.Invalid(path, FormattableString.Invariant($"Row {row} of '{path}' is passed over: {problem}")));
            }
        }

        return videos;

        string? Cell(string name) => columns.TryGetValue(name, out var i) && i < csv.FieldCount ? csv.GetString(i) : null;
    }
}

// Method: the manifest is written while files come in, under a temporary name; of each file only its size and work stay in memory.
// Submitting cuts it into parts and gives all files their names, job.json last: a folder without it holds no job. Units: none. Cost: one
// look at each file (its size and time), about 24 bytes of memory a file; of a job that is resumed also the names of its files.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs;

/// <summary>A new job, or what is missing of one, before it is submitted.</summary>
internal sealed class JobDraft : IJobDraft
{
    private readonly JobSettings _settings;
    private readonly string _feature;
    private readonly bool _isTrial;
    private readonly int _round;
    private readonly int _offset;
    private readonly IReadOnlyList<PartLine> _missing;
    private readonly HashSet<string>? _known;
    private readonly JobLauncher _launcher;
    private readonly FileWork _work = new();
    private readonly List<long> _lines = [];
    private AppendFile? _manifest;
    private long _length;

    /// <summary>A draft.</summary>
    /// <param name="settings">The job.</param>
    /// <param name="feature">Name of its feature.</param>
    /// <param name="missing">Parts that an earlier submission left; null for a new job.</param>
    /// <param name="launcher">Starts the parts.</param>
    /// <param name="isTrial">True writes nothing.</param>
    public JobDraft(JobSettings settings, string feature, IReadOnlyList<PartLine>? missing, JobLauncher launcher, bool isTrial)
    {
        _settings = settings;
        _feature = feature;
        _launcher = launcher;
        _isTrial = isTrial;
        _missing = missing ?? [];
        _round = 1;
        if (missing is not null)
        {
            var folder = settings.Folder;
            _round += JobTable.Rounds(folder);
            _offset = JobTable.Read(folder).Count;
            _known = [.. Enumerable.Range(1, _round - 1).SelectMany(round => JobJson.Lines<ManifestLine>(folder, folder.Manifest(round)))
                .Select(line => line.Path)];
        }
    }

    public string JobDirectory => _settings.Folder.Path;

    public int FileCount => _lines.Count;

    private bool IsNew => _known is null;

    private JobFolder Folder => _settings.Folder;

    public bool Add(string fullName, TimeSpan? duration, int? width, int? height)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullName);
        if (_known?.Add(fullName) is false)
        {
            return false;
        }

        var file = new FileInfo(fullName);
        var line = new ManifestLine
        {
            Path = fullName,
            Length = file.Exists ? file.Length : 0,
            Modified = file.Exists ? file.LastWriteTimeUtc : null,
            Seconds = duration?.TotalSeconds,
            Width = width,
            Height = height,
        };
        var bytes = JobJson.Line(line);
        if (!_isTrial)
        {
            Try(() => (_manifest ??= NewManifest()).Write(bytes));
        }

        _lines.Add(_length);
        _length += bytes.Length;
        _work.Add(line);
        return true;
    }

    public string Describe()
    {
        var parts = _missing.Count + Cut(_launcher.MostTasks(isTrial: true)).Count;
        return _launcher.Describe(_settings, IsNew ? 1 : Folder.NextSubmission(), parts);
    }

    public VideoJob Submit(Action<string> tell, Action<VideoProgress> progress, CancellationToken stop)
    {
        var most = _launcher.MostTasks(isTrial: false);
        var added = Cut(most);
        Try(() => Write(added));
        if (added.Count == most && added.Count > 1)
        {
            tell(FormattableString.Invariant($"The scheduler takes arrays of {most} tasks: parts are as large as that needs."));
        }

        List<PartLine> parts = [.. _missing.Concat(added).OrderByDescending(part => part.Work).ThenBy(part => part.Part)];
        if (parts.Count > most)
        {
            tell(FormattableString.Invariant(
                $"{parts.Count - most} parts are left for the next time: Resume-VideoJob (videotools resume)."));
            parts.RemoveRange(most, parts.Count - most);
        }

        return _launcher.Launch(_settings, parts, tell, progress, stop);
    }

    public void Dispose()
    {
        if (_manifest is not null)
        {
            Try(_manifest.Delete);
            _manifest = null;
            if (IsNew)
            {
                Folder.RemoveEmpty();
            }
        }
    }

    private AppendFile NewManifest()
    {
        Folder.Make();
        return new AppendFile(TemporaryFiles.NameIn(Folder.Path, WholeFiles.Prefix, WholeFiles.Extension));
    }

    // In the order of the input: what follows one another there does so in the table.
    private List<PartLine> Cut(int most)
    {
        var options = _settings.Request.Options;
        var cut = PartCutter.Cut(_work.ToWork(), options.PartMinutes * 60, options.TaskCount, Math.Max(1, most - _missing.Count));
        return
        [
            .. cut.Select((part, i) => new PartLine
            {
                Part = _offset + i + 1,
                First = part.First,
                Count = part.Count,
                Offset = _lines[part.First],
                Work = Math.Round(part.Work, 3),
                Round = _round,
            }).OrderBy(part => part.First),
        ];
    }

    private void Write(List<PartLine> added)
    {
        Folder.Make();
        if (added.Count > 0)
        {
            _manifest!.MoveTo(Folder.Manifest(_round));
            _manifest = null;
            Folder.Write(Folder.Table(_round), [.. added.SelectMany(part => JobJson.Line(part))]);
        }

        if (IsNew)
        {
            WholeFiles.Write(Folder.Subject, force: false, (Folder.Settings, _settings.ToFile(_feature)));
        }
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Folder.Subject.Unwritable(Folder.Path, exception);
        }
    }
}

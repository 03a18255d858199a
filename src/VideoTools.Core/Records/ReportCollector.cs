namespace VideoTools;

/// <summary>Collects the records of a report as they come in. Not thread-safe.</summary>
public sealed class ReportCollector
{
    private readonly List<VideoNiche> _niches = [];
    private readonly List<VideoTemplate> _templates = [];
    private readonly List<NicheCluster> _clusters = [];
    private readonly List<VideoScene> _scenes = [];
    private readonly List<CropPosition> _positions = [];
    private readonly List<CropShot> _shots = [];
    private readonly List<CropCandidate> _candidates = [];
    private readonly List<SelectedFrame> _frames = [];
    private readonly List<VideoFace> _faces = [];
    private readonly List<VideoPerson> _people = [];
    private readonly List<VideoStill> _stills = [];

    /// <summary>True when at least one record stands for a video.</summary>
    public bool HasVideo => _niches.Count > 0 || _templates.Count > 0;

    /// <summary>Files that details were collected of and nothing else: a report has to look at them itself.</summary>
    public IReadOnlyList<string> DetailsOnly =>
    [
        .. _shots.Select(shot => shot.FullName).Concat(_candidates.Select(candidate => candidate.FullName))
            .Concat(_frames.Select(frame => frame.FullName)).Concat(_faces.Select(face => face.FullName))
            .Concat(_people.Select(person => person.FullName)).Distinct()
            .Except(_templates.Select(template => template.FullName)).Except(_niches.Select(niche => niche.FullName).OfType<string>()),
    ];

    /// <summary>Keeps a record.</summary>
    /// <returns>False when a report has no use for it.</returns>
    public bool Add(object record)
    {
        switch (record)
        {
            case VideoNiche niche:
                _niches.Add(niche);
                return true;
            case VideoTemplate template:
                _templates.Add(template);
                return true;
            case NicheCluster cluster:
                _clusters.Add(cluster);
                return true;
            case VideoScene scene:
                _scenes.Add(scene);
                return true;
            case CropPosition position:
                _positions.Add(position);
                return true;
            case CropShot shot:
                _shots.Add(shot);
                return true;
            case CropCandidate candidate:
                _candidates.Add(candidate);
                return true;
            case SelectedFrame frame:
                _frames.Add(frame);
                return true;
            case VideoFace face:
                _faces.Add(face);
                return true;
            case VideoPerson person:
                _people.Add(person);
                return true;
            case VideoStill still:
                _stills.Add(still);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What was collected so far.</summary>
    /// <param name="title">Heading of the report; null for the usual one.</param>
    public ReportData ToData(string? title)
    {
        var data = new ReportData
        {
            Niches = [.. _niches],
            Templates = [.. _templates],
            Clusters = [.. _clusters],
            Scenes = [.. _scenes],
            CropPositions = [.. _positions],
            CropShots = [.. _shots],
            CropCandidates = [.. _candidates],
            Frames = [.. _frames],
            Faces = [.. _faces],
            People = [.. _people],
            Stills = [.. _stills],
        };
        return title is null ? data : data with { Title = title };
    }
}

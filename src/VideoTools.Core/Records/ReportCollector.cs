namespace VideoTools;

/// <summary>Collects the records of a report as they come in. Not thread-safe.</summary>
public sealed class ReportCollector
{
    private readonly List<VideoNiche> _niches = [];
    private readonly List<VideoTemplate> _templates = [];
    private readonly List<NicheCluster> _clusters = [];
    private readonly List<VideoScene> _scenes = [];
    private readonly List<CropPosition> _positions = [];
    private readonly List<VideoStill> _stills = [];

    /// <summary>True when at least one record stands for a video.</summary>
    public bool HasVideo => _niches.Count > 0 || _templates.Count > 0;

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
            Stills = [.. _stills],
        };
        return title is null ? data : data with { Title = title };
    }
}

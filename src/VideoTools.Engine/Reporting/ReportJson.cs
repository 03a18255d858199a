// The data of the page. Keys are short, what is not known is left out and numbers have as many digits as a chart shows, so that a
// thousand videos fit in a page that a phone opens. Full paths stay at home: a report is made to be shown.
using System.Text.Encodings.Web;
using System.Text.Unicode;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Reporting;

/// <summary>Writes what the page's script reads.</summary>
internal static class ReportJson
{
    // Everything in all alphabets except what means something to HTML: < > & ' " are escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data as JSON that is safe inside of a script element.</summary>
    public static string Serialize(ReportData data, IReadOnlyList<ReportSample> samples) => Encoding.UTF8.GetString(
        JsonText.ToBytes(Options, json =>
        {
            json.WriteString("title", data.Title);
            WriteVideos(json, data, samples);
            WriteTypical(json, samples);
            WriteClusters(json, data.Clusters, samples);

            // Details that only a report on one video has room for.
            var single = samples.Count == 1 ? samples[0].Niche.FullName : null;
            WriteScenes(json, data.Scenes.Where(s => s.FullName == single));
            WriteCrops(json, data.CropPositions.Where(p => p.FullName == single));
            CropJson.Write(
                json,
                [.. data.CropShots.Where(shot => shot.FullName == single)],
                [.. data.CropCandidates.Where(candidate => candidate.FullName == single)],
                StillsOfShots(data, single));
            PeopleJson.Write(json, data, single);
        }));

    private static IEnumerable<VideoStill> StillsOfShots(ReportData data, string? single)
    {
        var moments = ShotStills.Choose(data.CropShots.Where(shot => shot.FullName == single)).Select(input => input.From).ToHashSet();
        return data.Stills.Where(still => still.FullName == single && moments.Contains(TimeSpan.FromSeconds(still.Seconds)));
    }

    private static void WriteVideos(Utf8JsonWriter json, ReportData data, IReadOnlyList<ReportSample> samples)
    {
        var stills = data.Stills.GroupBy(s => s.FullName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var writer = new SampleWriter(json);
        json.WriteList(
            "videos", samples, sample => writer.Write(sample, sample.Niche.FullName is { } path ? stills.GetValueOrDefault(path) : null));
    }

    private static void WriteTypical(Utf8JsonWriter json, IReadOnlyList<ReportSample> samples)
    {
        json.WriteStartArray("typical");
        for (var level = 0; level < ReportSample.LevelCount; level++)
        {
            json.WriteStartObject();
            foreach (var (group, numbers) in TypicalVideos.Find(samples, level, StillChoice.PerGroup))
            {
                json.WriteList(group, numbers, json.WriteNumberValue);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteClusters(Utf8JsonWriter json, IReadOnlyList<NicheCluster> clusters, IReadOnlyList<ReportSample> samples)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < samples.Count; i++)
        {
            byId.TryAdd(samples[i].Niche.VideoId, i);
        }

        json.WriteList("clusters", clusters, cluster =>
        {
            json.WriteStartObject();
            json.WriteNumber("number", cluster.Number);
            json.WriteNumber("size", cluster.Size);
            json.WriteString("label", cluster.Label);
            WriteShare(json, "silhouette", cluster.Silhouette);
            WriteShare(json, "stability", cluster.Stability);
            json.WriteTexts("niches", cluster.TopNiche);
            json.WriteTexts("mean", cluster.Mean);
            json.WriteTexts("distinction", cluster.Distinction);
            if (ClusterMembers.Typical(cluster, samples) is { } typical)
            {
                json.WriteNumber("typical", typical);
            }

            json.WriteList("videos", ClusterMembers.All(cluster, byId), json.WriteNumberValue);
            json.WriteEndObject();
        });
    }

    private static void WriteScenes(Utf8JsonWriter json, IEnumerable<VideoScene> scenes) => json.WriteList("scenes", scenes, scene =>
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(scene.StartSeconds, 3));
        json.WriteNumberValue(Math.Round(scene.EndSeconds, 3));
        json.WriteStringValue(scene.Transition.ToString());
        json.WriteNumberValue(Math.Round(scene.Confidence, 2));
        json.WriteEndArray();
    });

    private static void WriteCrops(Utf8JsonWriter json, IEnumerable<CropPosition> positions) => json.WriteList("crops", positions, p =>
    {
        json.WriteStartObject();
        json.WriteString("aspect", p.Aspect);
        json.WriteList("box", [p.X, p.Y, p.Width, p.Height], json.WriteNumberValue);
        json.WriteList("picture", [p.VideoWidth, p.VideoHeight], json.WriteNumberValue);
        json.WriteNumber("motion", Math.Round(p.Motion, 3));
        json.WriteNumber("detail", Math.Round(p.Detail, 3));
        json.WriteNumber("edges", Math.Round(p.Edges, 3));
        json.WriteNumber("saturation", Math.Round(p.Saturation, 3));
        json.WriteNumber("rank", p.Rank);
        json.WriteEndObject();
    });

    // A cluster of one video has no silhouette.
    private static void WriteShare(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, Math.Round(value, 3));
        }
    }
}

using VideoTools.Engine.Files;

namespace VideoTools.Engine.Reporting;

/// <summary>Writes what the page shows of crops of a single video: windows over time, candidates, the frames they are drawn on.</summary>
internal static class CropJson
{
    /// <summary>Writes the arrays "shots", "candidates" and "frames".</summary>
    public static void Write(
        Utf8JsonWriter json, IReadOnlyList<CropShot> shots, IReadOnlyList<CropCandidate> candidates, IEnumerable<VideoStill> stills)
    {
        json.WriteList("shots", shots.OrderBy(shot => shot.StartSeconds), shot => WriteShot(json, shot));
        json.WriteList("candidates", candidates, candidate => WriteCandidate(json, candidate));
        json.WriteList("frames", stills.Where(_ => shots.Count > 0).OrderBy(still => still.Seconds), still =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(still.Seconds, 3));
            json.WriteBase64StringValue(still.Jpeg.Span);
            json.WriteEndArray();
        });
    }

    private static void WriteShot(Utf8JsonWriter json, CropShot shot)
    {
        json.WriteStartObject();
        json.WriteNumber("scene", shot.SceneIndex);
        json.WriteRounded("start", shot.StartSeconds);
        json.WriteRounded("end", shot.EndSeconds);
        json.WriteString("mode", shot.Mode.ToString());
        json.WriteString("fit", shot.Fit.ToString());
        json.WriteString("aspect", shot.Aspect);
        json.WriteString("reason", shot.Reason);
        json.WriteList("box", [shot.X, shot.Y, shot.Width, shot.Height], json.WriteNumberValue);
        json.WriteList("picture", [shot.VideoWidth, shot.VideoHeight], json.WriteNumberValue);
        json.WriteList("path", shot.Path, key =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(key.Seconds, 3));
            json.WriteNumberValue(Math.Round(key.X, 1));
            json.WriteNumberValue(Math.Round(key.Y, 1));
            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private static void WriteCandidate(Utf8JsonWriter json, CropCandidate candidate)
    {
        json.WriteStartObject();
        json.WriteNumber("number", candidate.Number);
        json.WriteRounded("score", candidate.Score, 1);
        json.WriteString("strategy", candidate.Strategy);
        json.WriteString("reason", candidate.Reason);
        json.WriteList("box", [candidate.X, candidate.Y, candidate.Width, candidate.Height], json.WriteNumberValue);
        json.WriteList("picture", [candidate.VideoWidth, candidate.VideoHeight], json.WriteNumberValue);
        json.WriteRounded("motion", candidate.Motion);
        json.WriteRounded("detail", candidate.Detail);
        json.WriteRounded("edges", candidate.Edges);
        json.WriteRounded("saturation", candidate.Saturation);
        json.WriteEndObject();
    }
}

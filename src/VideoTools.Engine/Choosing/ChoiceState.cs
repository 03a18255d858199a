using VideoTools.Engine.Files;

namespace VideoTools.Engine.Choosing;

/// <summary>What the page shows. The work writes it, the server reads it: every member may be used by any thread.</summary>
/// <param name="input">The video.</param>
/// <param name="options">What happens with the choice.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ChoiceState(VideoInput input, CropPageOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<string> _warnings = [];
    private readonly Dictionary<int, byte[]> _previews = [];
    private ChoiceStatus _status;
    private string _problem = "";
    private int _percent = -1;
    private double _speed;
    private long? _deadline;
    private ExportedVideo? _video;
    private IReadOnlyList<CropCandidate> _candidates = [];
    private IReadOnlyList<VideoActivity> _stretches = [];
    private CropCandidate? _chosen;

    /// <summary>The candidates, best first.</summary>
    public IReadOnlyList<CropCandidate> Candidates => Get(() => _candidates);

    /// <summary>The stretches of the video, with the speeds that they are shown with.</summary>
    public IReadOnlyList<VideoActivity> Stretches => Get(() => _stretches);

    /// <summary>How far the page is.</summary>
    public ChoiceStatus Status => Get(() => _status);

    /// <summary>0 to 100, -1 while unknown.</summary>
    public int Percent => Get(() => _percent);

    /// <summary>Time left for a person; null while nobody is asked.</summary>
    public TimeSpan? Left => Get(() => _deadline is { } deadline ? clock.GetElapsedTime(clock.GetTimestamp(), deadline) : (TimeSpan?)null);

    /// <summary>How the crop behaves over time, where nobody chooses it: the candidate itself, unless the export says otherwise.</summary>
    public CropMode Mode => options.Export?.Path.Mode is { } mode and not CropMode.Auto ? mode : CropMode.Static;

    /// <summary>Goes on to another status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="problem">Why the last one did not succeed; empty where it did.</param>
    public void Enter(ChoiceStatus status, string problem = "") => Do(() =>
    {
        (_status, _problem, _percent, _speed) = (status, problem, -1, 0);
        _deadline = null;
        if (status == ChoiceStatus.CandidatesReady)
        {
            Renew();
        }
    });

    /// <summary>A person is there: the time starts anew.</summary>
    public void Stay() => Do(() =>
    {
        if (_deadline is not null)
        {
            Renew();
        }
    });

    /// <summary>Shows how far the work of the status is.</summary>
    public void Show(VideoProgress progress) => Do(() => (_percent, _speed) = (progress.CurrentPercent, progress.CurrentSpeed));

    /// <summary>Shows what there is to choose from.</summary>
    public void Offer(IReadOnlyList<CropCandidate> candidates, IReadOnlyList<VideoActivity> stretches) =>
        Do(() => (_candidates, _stretches) = (candidates, stretches));

    /// <summary>Keeps the picture of a candidate.</summary>
    public void AddPreview(int number, byte[] png) => Do(() => _previews[number] = png);

    /// <summary>The picture of a candidate; null where there is none.</summary>
    public byte[]? Preview(int number) => Get(() => _previews.GetValueOrDefault(number));

    /// <summary>Notes the choice.</summary>
    public void Choose(CropCandidate candidate) => Do(() => _chosen = candidate);

    /// <summary>Notes the finished video.</summary>
    public void Finish(ExportedVideo? video) => Do(() => _video = video);

    /// <summary>Keeps what the user should know.</summary>
    public void Warn(string message) => Do(() => _warnings.Add(message));

    /// <summary>What the user should know, once.</summary>
    public IReadOnlyList<string> TakeWarnings() => Get(() =>
    {
        string[] taken = [.. _warnings];
        _warnings.Clear();
        return taken;
    });

    /// <summary>All of it as the page reads it.</summary>
    public byte[] ToJson() => Get(() => JsonText.ToFile(Write));

    private void Write(Utf8JsonWriter json)
    {
        var name = Path.GetFileName(input.FullName);
        json.WriteString("name", name);
        json.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(_status.ToString()));
        json.WriteString("problem", _problem);
        json.WriteNumber("progress", _percent);
        json.WriteRounded("speed", _speed, 2);
        json.WriteRounded("seconds_left", _deadline is { } end ? clock.GetElapsedTime(clock.GetTimestamp(), end).TotalSeconds : null, 0);
        json.WriteBoolean("can_encode", options.Export is not null);
        json.WriteString("mode", Mode.ToString());
        json.WriteNumber("maximum_speed", options.Activity.MaximumSpeed);
        json.WriteList("candidates", _candidates, candidate =>
        {
            json.WriteStartObject();
            json.WriteNumber("index", candidate.Number);
            json.WriteNumber("x", candidate.X);
            json.WriteNumber("y", candidate.Y);
            json.WriteNumber("width", candidate.Width);
            json.WriteNumber("height", candidate.Height);
            json.WriteRounded("score", candidate.Score, 1);
            json.WriteString("strategy", candidate.Strategy);
            json.WriteString("reason", candidate.Reason);
            json.WriteRounded("motion", candidate.Motion, 2);
            json.WriteRounded("detail", candidate.Detail, 2);
            json.WriteRounded("edges", candidate.Edges, 2);
            json.WriteRounded("saturation", candidate.Saturation, 2);
            json.WriteBoolean("has_preview", _previews.ContainsKey(candidate.Number));
            json.WriteEndObject();
        });
        json.WritePropertyName("selected_index");
        json.WriteRoundedValue(_chosen?.Number, 0);
        WriteStretches(json);
        WriteResult(json);
    }

    private void WriteStretches(Utf8JsonWriter json)
    {
        json.WriteList("scenes", _stretches, stretch =>
        {
            json.WriteStartObject();
            json.WriteNumber("index", stretch.Index);
            json.WriteRounded("start_time", stretch.StartSeconds);
            json.WriteRounded("end_time", stretch.EndSeconds);
            json.WriteRounded("duration", stretch.DurationSeconds);
            json.WriteRounded("metric_value", stretch.Activity);
            json.WriteString("metric", stretch.Metric);
            json.WriteRounded("silent", stretch.SilentShare, 2);
            json.WriteBoolean("dull", stretch.IsDull);
            json.WriteRounded("suggested_speed", stretch.Speed, 2);
            json.WriteRounded("speed", options.Export?.SpeedUpDull is null ? 1 : stretch.Speed, 2);
            json.WriteEndObject();
        });
    }

    private void WriteResult(Utf8JsonWriter json)
    {
        json.WritePropertyName("result");
        if (_video is not { } video)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", video.Name);
        json.WriteString("path", video.FullName);
        json.WriteNumber("bytes", video.Length);
        json.WriteNumber("width", video.Width);
        json.WriteNumber("height", video.Height);
        json.WriteRounded("duration", video.Duration.TotalSeconds, 2);
        json.WriteEndObject();
    }

    private void Renew() => _deadline = clock.GetTimestamp() + (long)(options.Timeout.TotalSeconds * clock.TimestampFrequency);

    private void Do(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }

    private T Get<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}

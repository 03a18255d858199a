using System.Globalization;

namespace VideoTools;

/// <summary>A crop position worth choosing, and why. Lengths in displayed pixels.</summary>
[View(
    "No=Number:3", "X:5", "Y:5", "Width:6", "Height:6", "Score:5:0.0", "Strategy:20", "Reason", GroupBy = "FullName",
    Set = "FullName Number X Y Width Height Strategy Score Reason")]
public sealed record CropCandidate
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 20)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the best candidate of the file.</summary>
    [Column(Width = 6)]
    public required int Number { get; init; }

    /// <summary>Left edge.</summary>
    [Column(Width = 5)]
    public required int X { get; init; }

    /// <summary>Top edge.</summary>
    [Column(Width = 5)]
    public required int Y { get; init; }

    /// <summary>Width of the crop.</summary>
    [Column(Width = 5)]
    public required int Width { get; init; }

    /// <summary>Height of the crop.</summary>
    [Column(Width = 6)]
    public required int Height { get; init; }

    /// <summary>The crop as ffmpeg's crop filter writes it, W:H:X:Y.</summary>
    public string Crop => string.Create(CultureInfo.InvariantCulture, $"{Width}:{Height}:{X}:{Y}");

    /// <summary>Aspect asked for, for example 9:16.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>Width of the whole picture.</summary>
    public int VideoWidth { get; init; }

    /// <summary>Height of the whole picture.</summary>
    public int VideoHeight { get; init; }

    /// <summary>Name of the strategy, or Spatial:region.</summary>
    [Column(Width = 18)]
    public required string Strategy { get; init; }

    /// <summary>0 to 100.</summary>
    [Column(Width = 5)]
    public double Score { get; init; }

    /// <summary>In words: what the position is good at.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Motion of the position, see <see cref="CropPosition.Motion"/>.</summary>
    public double Motion { get; init; }

    /// <summary>Detail of the position.</summary>
    public double Detail { get; init; }

    /// <summary>Edges of the position.</summary>
    public double Edges { get; init; }

    /// <summary>Saturation of the position.</summary>
    public double Saturation { get; init; }

    /// <summary>Number of the scene that was analysed by itself; 0 for the whole video or a range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>Start of the analysed range.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>End of the analysed range.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }
}

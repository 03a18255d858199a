using System.Globalization;

namespace VideoTools;

/// <summary>The window that shows one scene of a video best. Lengths in displayed pixels.</summary>
[View(
    "Scene=SceneIndex:5", "Start:12", "End:12", "Mode:8", "X:5", "Y:5", "Width:6", "Height:6", "Fit:5", "Reason", GroupBy = "FullName",
    Set = "FullName SceneIndex Start End Mode Crop Fit Reason")]
public sealed record CropShot
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Number of the scene, 1 for the first; 0 for the whole video.</summary>
    [Column(Width = 10)]
    public int SceneIndex { get; init; }

    /// <summary>PTS of the first frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>PTS of the first frame after the scene.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>How the window behaves: Static, PerScene or Follow.</summary>
    [Column(Width = 8)]
    public CropMode Mode { get; init; }

    /// <summary>Left edge at Start.</summary>
    [Column(Width = 5)]
    public required int X { get; init; }

    /// <summary>Top edge at Start.</summary>
    [Column(Width = 5)]
    public required int Y { get; init; }

    /// <summary>Width of the window.</summary>
    [Column(Width = 5)]
    public required int Width { get; init; }

    /// <summary>Height of the window.</summary>
    [Column(Width = 6)]
    public required int Height { get; init; }

    /// <summary>The window as ffmpeg's crop filter writes it, W:H:X:Y.</summary>
    public string Crop => string.Create(CultureInfo.InvariantCulture, $"{Width}:{Height}:{X}:{Y}");

    /// <summary>What fills the shape where the window has another one.</summary>
    [Column(Width = 5)]
    public CropFit Fit { get; init; }

    /// <summary>Shape of the finished picture, for example 9:16.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>In words: why this window and this mode.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Width of the whole picture.</summary>
    public int VideoWidth { get; init; }

    /// <summary>Height of the whole picture.</summary>
    public int VideoHeight { get; init; }

    /// <summary>Black bars at the left, top, right and bottom, in pixels: "L:T:R:B"; "0:0:0:0" for none.</summary>
    public string Bars { get; init; } = "0:0:0:0";

    /// <summary>Where a window that follows is at which moment, in order; empty for one that stands still.</summary>
    public ValueList<CropKey> Path { get; init; } = ValueList<CropKey>.Empty;

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }
}

using System.Globalization;

namespace VideoTools;

/// <summary>One crop position of a video with its measurements over every analysed frame. Lengths in displayed pixels.</summary>
[View(
    "Index:5", "X:5", "Y:5", "Width:6", "Height:6", "Motion:7:0.00", "Detail:7:0.00", "Edges:7:0.00",
    "Satur.=Saturation:7:0.00", "Rank:5", "Status:9", GroupBy = "FullName",
    Set = "FullName Index X Y Width Height Motion Detail Edges Saturation Rank")]
public sealed record CropPosition
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>0 for the first position, row-major (left to right, then down).</summary>
    public required int Index { get; init; }

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

    /// <summary>Width of the whole picture.</summary>
    public required int VideoWidth { get; init; }

    /// <summary>Height of the whole picture.</summary>
    public required int VideoHeight { get; init; }

    /// <summary>Black bars of the whole range at the left, top, right and bottom, in pixels: "L:T:R:B"; "0:0:0:0" for none.</summary>
    public string Bars { get; init; } = "0:0:0:0";

    /// <summary>Aspect asked for, for example 9:16.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>Mean absolute luma change between frames inside the window, global brightness change removed; 0 to 255.</summary>
    [Column(Width = 6, Presence = ColumnPresence.Required)]
    public double Motion { get; init; }

    /// <summary>Mean local standard deviation of luma; 0 to 127.5.</summary>
    [Column(Width = 6, Presence = ColumnPresence.Required)]
    public double Detail { get; init; }

    /// <summary>Mean gradient magnitude of luma.</summary>
    [Column(Width = 6, Presence = ColumnPresence.Required)]
    public double Edges { get; init; }

    /// <summary>Mean distance of chroma from grey.</summary>
    [Column(Width = 10, Presence = ColumnPresence.Required)]
    public double Saturation { get; init; }

    /// <summary>1 for the best position by the Balanced strategy.</summary>
    [Column(Width = 4)]
    public int Rank { get; init; }

    /// <summary>Number of the scene that was analysed by itself; 0 for the whole video or a range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>First analysed moment.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>End of the analysed range.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>Frames that were measured.</summary>
    public long FrameCount { get; init; }

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }
}

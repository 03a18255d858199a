using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>One scene with what is known of it. Lengths of areas in displayed pixels.</summary>
internal sealed record SceneView
{
    /// <summary>Number of the scene.</summary>
    public required int Index { get; init; }

    /// <summary>PTS of its first frame.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>PTS of the first frame behind it.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>What its frames showed.</summary>
    public required IReadOnlyList<SaliencySample> Samples { get; init; }

    /// <summary>Its black bars.</summary>
    public PictureBars Bars { get; init; }

    /// <summary>The part of the picture that crops may show.</summary>
    public PictureArea Area { get; init; }

    /// <summary>What draws the eye in the mean, row by row; empty when nothing is known.</summary>
    public IReadOnlyList<double> Map { get; init; } = [];

    /// <summary>Columns of <see cref="Map"/>.</summary>
    public int MapColumns { get; init; } = 1;

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>Length in seconds.</summary>
    public double Seconds => EndSeconds - StartSeconds;
}

namespace VideoTools.Cli.Tests.Toy;

/// <summary>One black frame.</summary>
internal sealed record BlackFrame
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 20)]
    public required string FullName { get; init; }

    /// <summary>Number of the frame, 0 for the first.</summary>
    [Column(Width = 8)]
    public required long Index { get; init; }

    /// <summary>Its time in seconds.</summary>
    [Column(Width = 8)]
    public required double Seconds { get; init; }

    /// <summary>Its mean luma.</summary>
    public required double Luma { get; init; }
}

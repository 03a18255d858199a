namespace VideoTools;

/// <summary>A model that was quantised, measured before and after on frames that took no part in it.</summary>
[View(
    "Name:22", "Before=BytesBefore:10", "After=BytesAfter:10", "Smaller=SizeRatio:7:0.00", "Faster=SpeedRatio:6:0.00",
    "Loss=AccuracyLoss:5:0.00", "Float=FloatLayerCount:5",
    Set = "FullName SizeRatio SpeedRatio AccuracyLoss LayerCount FloatLayerCount")]
public sealed record QuantizedModel
{
    /// <summary>Absolute path of the new file.</summary>
    public required string FullName { get; init; }

    /// <summary>Its name in the catalogue, or that of the file without extension.</summary>
    [Column(Width = 20)]
    public string Name { get; init; } = "";

    /// <summary>Absolute path of the model that it was made of.</summary>
    public required string SourcePath { get; init; }

    /// <summary>How ranges were found.</summary>
    public CalibrationMethod Method { get; init; }

    /// <summary>Bytes of the model before.</summary>
    public long BytesBefore { get; init; }

    /// <summary>Bytes after.</summary>
    public long BytesAfter { get; init; }

    /// <summary>How many times smaller.</summary>
    [Column(Width = 9)]
    public double SizeRatio { get; init; }

    /// <summary>Milliseconds a picture before, the median of many.</summary>
    public double MillisecondsBefore { get; init; }

    /// <summary>Milliseconds a picture after.</summary>
    public double MillisecondsAfter { get; init; }

    /// <summary>How many times faster, on this machine with <see cref="ThreadCount"/> threads.</summary>
    [Column(Width = 10)]
    public double SpeedRatio { get; init; }

    /// <summary>Bytes of memory that loading it and one run took before.</summary>
    public long MemoryBefore { get; init; }

    /// <summary>Bytes of memory after.</summary>
    public long MemoryAfter { get; init; }

    /// <summary>
    /// How alike its outputs are to those of the model before, on held-out frames: the correlation of the output that agrees least,
    /// times 100.
    /// </summary>
    public double Agreement { get; init; }

    /// <summary>100 less <see cref="Agreement"/>.</summary>
    [Column(Width = 12)]
    public double AccuracyLoss { get; init; }

    /// <summary>The same with every layer quantised.</summary>
    public double AccuracyLossOfAll { get; init; }

    /// <summary>Layers that could be quantised.</summary>
    public int LayerCount { get; init; }

    /// <summary>How many of them stayed in float.</summary>
    [Column(Width = 15)]
    public int FloatLayerCount { get; init; }

    /// <summary>Their names, the most sensitive first.</summary>
    public ValueList<string> FloatLayers { get; init; } = ValueList<string>.Empty;

    /// <summary>Pictures that ranges were measured on.</summary>
    public int CalibrationCount { get; init; }

    /// <summary>Pictures that were held out.</summary>
    public int HeldOutCount { get; init; }

    /// <summary>Threads of the measuring runs.</summary>
    public int ThreadCount { get; init; }

    /// <summary>SHA-256 of the new file.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}

namespace VideoTools;

/// <summary>How a model is made smaller and faster.</summary>
public sealed record ModelOptimizationOptions
{
    /// <summary>Name in the catalogue, or absolute path of an ONNX file that takes one picture.</summary>
    public required string Model { get; init; }

    /// <summary>The ONNX file to write; null for the default, see <see cref="IModelOptimizer.GetOutputPath"/>.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Videos and pictures whose frames the ranges are measured on: such as the model will see.</summary>
    public IReadOnlyList<string> CalibrationPaths { get; init; } = [];

    /// <summary>Frames taken of all files together; a quarter is held out, to measure on.</summary>
    public int FrameCount { get; init; } = 48;

    /// <summary>How ranges are found.</summary>
    public CalibrationMethod Method { get; init; }

    /// <summary>
    /// Most that may be lost on held-out frames, in points of 100 (see <see cref="QuantizedModel.AccuracyLoss"/>). Layers stay in
    /// float, the worst first, until it holds.
    /// </summary>
    public double ErrorBudget { get; init; } = 1;

    /// <summary>Threads that the measuring runs use; 0 for one a core.</summary>
    public int ThreadCount { get; init; }

    /// <summary>Size of the picture for a model that takes any; null for what the catalogue says.</summary>
    public int? Width { get; init; }

    /// <summary>Size of the picture for a model that takes any.</summary>
    public int? Height { get; init; }

    /// <summary>Mean of the three channels, 0 to 1, that is subtracted; null for what the catalogue says, otherwise 0.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>What is divided by then; null for what the catalogue says, otherwise 1.</summary>
    public IReadOnlyList<double>? Deviation { get; init; }

    /// <summary>Order of the channels; null for what the catalogue says, otherwise red, green, blue.</summary>
    public ChannelOrder? ChannelOrder { get; init; }

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }

    /// <summary>How files are decoded.</summary>
    public EngineOptions Engine { get; init; } = new();
}

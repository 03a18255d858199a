namespace VideoTools;

/// <summary>One model of the catalogue, and whether it can be used here.</summary>
[View(
    "Name:20", "Kind:17", "Default=IsDefault:7", "Present:7", "Loaded:6", "MB:5", "Licence",
    Set = "Name Kind IsDefault Present Loaded Device Licence Source")]
public sealed record ModelInfo
{
    /// <summary>Name in the catalogue, for example whisper-base.</summary>
    [Column(Width = 20)]
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    [Column(Width = 17)]
    public ModelKind Kind { get; init; }

    /// <summary>True when the features use it without being told so.</summary>
    public bool IsDefault { get; init; }

    /// <summary>True when all its files are there. Their hashes are checked when the model is loaded.</summary>
    [Column(Width = 7)]
    public bool Present { get; init; }

    /// <summary>True when it is in memory.</summary>
    public bool Loaded { get; init; }

    /// <summary>Bytes of all its files.</summary>
    [Column(Width = 10)]
    public long Length { get; init; }

    /// <summary>What it runs on; null until it is loaded.</summary>
    public InferenceDevice? Device { get; init; }

    /// <summary>Licence of the weights.</summary>
    [Column(Width = 12)]
    public string Licence { get; init; } = "";

    /// <summary>Package and version the files come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Absolute path of its main file: where it is, or where it is expected.</summary>
    public string FileName { get; init; } = "";
}

using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Everything that one encode is told.</summary>
internal sealed record EncodePlan
{
    /// <summary>The probed file.</summary>
    public required ProbeResult Source { get; init; }

    /// <summary>Start in the file in seconds; 0 for all of it.</summary>
    public double From { get; init; }

    /// <summary>Length of what is read in seconds; null reads to the end.</summary>
    public double? Length { get; init; }

    /// <summary>Windows in order of time, at least one; times count from <see cref="From"/>.</summary>
    public required IReadOnlyList<EncodeWindow> Windows { get; init; }

    /// <summary>Speeds; null plays everything as it is. Times count from <see cref="From"/>.</summary>
    public TimeMap? Time { get; init; }

    /// <summary>Width of the output, even.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the output, even.</summary>
    public required int Height { get; init; }

    /// <summary>Container of the output.</summary>
    public required OutputContainer Container { get; init; }

    /// <summary>The encoder.</summary>
    public required VideoEncoder Encoder { get; init; }

    /// <summary>Constant quality, lower is better.</summary>
    public int Crf { get; init; } = 19;

    /// <summary>Name of a preset; medium says nothing in particular.</summary>
    public string Preset { get; init; } = "medium";

    /// <summary>Threads of decoder and encoder each; 0 leaves it to ffmpeg.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Where reading begins: well before <see cref="From"/>. A seek leads to a key frame that is decoded, not shown, before a time: one
    /// that is stored before the pictures leading up to it would swallow these.
    /// </summary>
    public double SeekTo => HasJumps ? 0 : Math.Max(0, From - 1);

    /// <summary>True when the clock of the file jumps: it is read from its start, and ffmpeg closes the jumps on the way.</summary>
    public bool HasJumps { get; init; }

    /// <summary>True when a part of the file is read.</summary>
    public bool IsRange => From > 0 || Length is not null;

    /// <summary>True when the sound has to be made anew.</summary>
    public bool ChangesSound => IsRange || Time is not null;

    /// <summary>Samples of the output's picture; depends on source, encoder and container.</summary>
    public string PixelFormat => Encoder.PixelFormatFor(Source) is var format && format == "yuvj420p" && HasBlur ? "yuv420p" : format;

    // Pictures laid over each other have the limited range.
    private bool HasBlur => Windows.Any(window => window.Fit == CropFit.Blur);
}

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What one decoder child is to deliver: the union of what its analyzers need.</summary>
internal sealed record DecodePlan
{
    /// <summary>The probed file.</summary>
    public required ProbeResult Source { get; init; }

    /// <summary>
    /// Longest side of the analysis frames (every frame, <see cref="FrameFormat.Yuv420P"/>); 0 for none. Never enlarged.
    /// </summary>
    public int AnalysisLongSide { get; init; }

    /// <summary>What the packets say of the times, where that had to be read; null elsewhere.</summary>
    public Times.PacketTimes? Times { get; init; }

    /// <summary>Layout of the analysis frames.</summary>
    public FrameFormat AnalysisFormat { get; init; } = FrameFormat.Yuv420P;

    /// <summary>Large frames: each distinct selection is a stream of its own.</summary>
    public IReadOnlyList<StillSelection> Stills { get; init; } = [];

    /// <summary>Numbers of the sound tracks to deliver as 16 kHz mono, each once.</summary>
    public IReadOnlyList<SoundSelection> AudioTracks { get; init; } = [];

    /// <summary>True when there is nothing to deliver.</summary>
    public bool IsEmpty => AnalysisLongSide == 0 && Stills.Count == 0 && AudioTracks.Count == 0;

    /// <summary>Start of the range (inclusive), null for the start of the file.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>End of the range (exclusive), null for the end of the file.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>Decoder threads; 0 lets ffmpeg choose.</summary>
    public int Threads { get; init; }

    /// <summary>Which decoding work may be skipped.</summary>
    public SpeedMode Speed { get; init; }

    /// <summary>Which hardware decodes.</summary>
    public HardwareAcceleration HardwareAcceleration { get; init; }

    /// <summary>Longest silence of the child.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

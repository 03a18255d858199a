namespace VideoTools.Engine.Tests.Timelines;

/// <summary>Scenes whose borders are frames of a rate.</summary>
internal static class TimelineSamples
{
    public const string Path = "/v/a & \"b\" <c>%20\n#1.mp4";

    /// <summary>Scenes between frames.</summary>
    public static VideoScene[] Scenes(Rational rate, params long[] frames) =>
    [
        .. frames.Zip(frames.Skip(1)).Select((pair, i) => new VideoScene
        {
            FullName = Path,
            Index = i + 1,
            StartSeconds = MediaTime.ToSeconds(pair.First, Inverse(rate)),
            EndSeconds = MediaTime.ToSeconds(pair.Second, Inverse(rate)),
            Start = MediaTime.ToTimeSpan(pair.First, Inverse(rate)),
            End = MediaTime.ToTimeSpan(pair.Second, Inverse(rate)),
            StartFrame = pair.First,
            EndFrame = pair.Second,
            FrameRate = rate,
            Transition = i == 0 ? TransitionKind.None : TransitionKind.Cut,
            Confidence = 1,
        }),
    ];

    public static VideoInfo Info(Rational rate, long frames, bool sound = true, string? timecode = null) => new()
    {
        FullName = Path,
        Container = "mov",
        Width = 1920,
        Height = 1080,
        FrameRate = rate,
        FramesPerSecond = rate.ToDouble(),
        DurationSeconds = MediaTime.ToSeconds(frames, Inverse(rate)),
        AudioTrackCount = sound ? 1 : 0,
        AudioTracks = sound
            ? new ValueList<AudioTrack>([new AudioTrack { Index = 0, Codec = "aac", Channels = 2, SampleRate = 48000 }])
            : ValueList<AudioTrack>.Empty,
        Tags = timecode is null ? ValueList<string>.Empty : new ValueList<string>(["encoder=x", "timecode=" + timecode]),
    };

    private static Rational Inverse(Rational rate) => new(rate.Denominator, rate.Numerator);
}

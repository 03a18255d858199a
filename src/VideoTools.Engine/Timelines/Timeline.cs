namespace VideoTools.Engine.Timelines;

/// <summary>The scenes of one video in frames of one rate, as editing programs count.</summary>
// Frames are counted from times, not taken from the decoder's numbers: a variable rate or a late first frame would move every later cut.
internal sealed record Timeline
{
    private const string TimecodeTag = "timecode=";

    /// <summary>The video.</summary>
    public required string FullName { get; init; }

    /// <summary>Rate and kind of timecode.</summary>
    public required TimelineRate Rate { get; init; }

    /// <summary>Number of the file's first frame in its own timecode; 0 where it has none.</summary>
    public required long Origin { get; init; }

    /// <summary>Frames of the file.</summary>
    public required long Length { get; init; }

    /// <summary>The scenes, without those that are shorter than a frame of the timeline.</summary>
    public required IReadOnlyList<TimelineClip> Clips { get; init; }

    /// <summary>What the file says about itself; null where it is not at hand.</summary>
    public VideoInfo? Info { get; init; }

    /// <summary>True where there is sound to cut along.</summary>
    public bool HasSound => Info?.AudioTrackCount > 0;

    /// <summary>The file's name without its extension.</summary>
    public string Name => Path.GetFileNameWithoutExtension(FullName);

    /// <summary>Puts scenes on a timeline.</summary>
    /// <param name="scenes">Scenes of one video, in order, at least one.</param>
    /// <param name="info">What is known of it.</param>
    /// <param name="needsTimecode">True where frames must be counted with two digits.</param>
    public static Timeline Of(IReadOnlyList<VideoScene> scenes, VideoInfo? info, bool needsTimecode = false)
    {
        var average = info?.FrameRate ?? scenes[0].FrameRate;
        var rate = TimelineRate.Of(average, info?.IsVariableFrameRate ?? false);
        rate = needsTimecode ? rate.WithinTimecode() : rate;

        // A file may count all numbers at 29.97, too.
        var tag = info?.Tags.FirstOrDefault(t => t.StartsWith(TimecodeTag, StringComparison.OrdinalIgnoreCase))?[TimecodeTag.Length..];
        rate = tag is null ? rate : rate with { IsDropFrame = rate.IsDropFrame && tag.Contains(';', StringComparison.Ordinal) };
        var clips = scenes
            .Select(scene => new TimelineClip(scene, rate.ToFrame(scene.StartSeconds), rate.ToFrame(scene.EndSeconds)))
            .Where(clip => clip.Length > 0)
            .ToList();
        return new Timeline
        {
            FullName = scenes[0].FullName,
            Rate = rate,
            Origin = Timecode.Parse(tag, rate) ?? 0,
            Length = Math.Max(clips.Count > 0 ? clips[^1].End : 0, rate.ToFrame(info?.DurationSeconds ?? 0)),
            Clips = clips,
            Info = info,
        };
    }
}

namespace VideoTools.Cli.Output.Columns;

/// <summary>The columns of the records about what a file holds: streams, scenes, kept results, in the order of their declaration.</summary>
internal static class MediaColumns
{
    /// <summary>A table a type.</summary>
    public static IColumnTable[] All =>
    [
        new ColumnTable<VideoInfo>
        {
            { "FullName", r => r.FullName, 20 },
            { "Container", r => r.Container },
            { "Duration", r => r.Duration, 12 },
            { "DurationSeconds", r => r.DurationSeconds },
            { "Width", r => r.Width, 6 },
            { "Height", r => r.Height, 6 },
            { "CodedWidth", r => r.CodedWidth },
            { "CodedHeight", r => r.CodedHeight },
            { "Rotation", r => r.Rotation },
            { "SampleAspectRatio", r => r.SampleAspectRatio },
            { "VideoCodec", r => r.VideoCodec, 10 },
            { "FrameRate", r => r.FrameRate, 10 },
            { "FramesPerSecond", r => r.FramesPerSecond },
            { "IsVariableFrameRate", r => r.IsVariableFrameRate },
            { "FrameCount", r => r.FrameCount },
            { "IsFrameCountExact", r => r.IsFrameCountExact },
            { "TimeBase", r => r.TimeBase },
            { "PixelFormat", r => r.PixelFormat },
            { "BitDepth", r => r.BitDepth },
            { "ColorTransfer", r => r.ColorTransfer },
            { "IsHdr", r => r.IsHdr },
            { "AudioTrackCount", r => r.AudioTrackCount },
            { "AudioTracks", r => r.AudioTracks },
            { "CoverPictureCount", r => r.CoverPictureCount },
            { "FileSize", r => r.FileSize },
            { "Tags", r => r.Tags },
            { "Status", r => r.Status, 9 },
        },
        new ColumnTable<AudioTrack>
        {
            { "Index", r => r.Index, 5 },
            { "Codec", r => r.Codec, 10 },
            { "Channels", r => r.Channels, 8 },
            { "SampleRate", r => r.SampleRate, 10 },
            { "Language", r => r.Language, 8 },
        },
        new ColumnTable<VideoScene>
        {
            { "FullName", r => r.FullName, 16 },
            { "Index", r => r.Index, 5 },
            { "Start", r => r.Start, 12 },
            { "End", r => r.End, 12 },
            { "Duration", r => r.Duration },
            { "StartSeconds", r => r.StartSeconds },
            { "EndSeconds", r => r.EndSeconds },
            { "DurationSeconds", r => r.DurationSeconds },
            { "StartFrame", r => r.StartFrame },
            { "EndFrame", r => r.EndFrame },
            { "Transition", r => r.Transition, 10 },
            { "TransitionStartSeconds", r => r.TransitionStartSeconds },
            { "TransitionEndSeconds", r => r.TransitionEndSeconds },
            { "Score", r => r.Score },
            { "Confidence", r => r.Confidence, 10 },
            { "Detector", r => r.Detector },
            { "FrameRate", r => r.FrameRate },
            { "Status", r => r.Status, 9 },
        },
        new ColumnTable<VideoCacheEntry>
        {
            { "FullName", r => r.FullName, 24 },
            { "Analysis", r => r.Analysis, 10 },
            { "RecordCount", r => r.RecordCount, 11 },
            { "Bytes", r => r.Bytes, 8 },
            { "Created", r => r.Created },
            { "LastUsed", r => r.LastUsed, 19 },
            { "Key", r => r.Key },
        },
    ];
}

namespace VideoTools.Cli.Output;

/// <summary>
/// The columns of every record, in the order of their declaration; table, CSV and NDJSON all read them from here. Written out
/// because reflection costs start-up time; a test asserts that the lists and the records agree.
/// </summary>
internal static class RecordColumns
{
    private static readonly Dictionary<Type, Column[]> ByType = new()
    {
        [typeof(VideoInfo)] =
        [
            Of<VideoInfo>("FullName", r => r.FullName, 20),
            Of<VideoInfo>("Container", r => r.Container),
            Of<VideoInfo>("Duration", r => r.Duration, 12),
            Of<VideoInfo>("DurationSeconds", r => r.DurationSeconds),
            Of<VideoInfo>("Width", r => r.Width, 6),
            Of<VideoInfo>("Height", r => r.Height, 6),
            Of<VideoInfo>("CodedWidth", r => r.CodedWidth),
            Of<VideoInfo>("CodedHeight", r => r.CodedHeight),
            Of<VideoInfo>("Rotation", r => r.Rotation),
            Of<VideoInfo>("SampleAspectRatio", r => r.SampleAspectRatio),
            Of<VideoInfo>("VideoCodec", r => r.VideoCodec, 10),
            Of<VideoInfo>("FrameRate", r => r.FrameRate, 10),
            Of<VideoInfo>("FramesPerSecond", r => r.FramesPerSecond),
            Of<VideoInfo>("IsVariableFrameRate", r => r.IsVariableFrameRate),
            Of<VideoInfo>("FrameCount", r => r.FrameCount),
            Of<VideoInfo>("IsFrameCountExact", r => r.IsFrameCountExact),
            Of<VideoInfo>("TimeBase", r => r.TimeBase),
            Of<VideoInfo>("PixelFormat", r => r.PixelFormat),
            Of<VideoInfo>("BitDepth", r => r.BitDepth),
            Of<VideoInfo>("ColorTransfer", r => r.ColorTransfer),
            Of<VideoInfo>("IsHdr", r => r.IsHdr),
            Of<VideoInfo>("AudioTrackCount", r => r.AudioTrackCount),
            Of<VideoInfo>("AudioTracks", r => r.AudioTracks),
            Of<VideoInfo>("CoverPictureCount", r => r.CoverPictureCount),
            Of<VideoInfo>("FileSize", r => r.FileSize),
            Of<VideoInfo>("Tags", r => r.Tags),
            Of<VideoInfo>("Status", r => r.Status, 9),
        ],
        [typeof(AudioTrack)] =
        [
            Of<AudioTrack>("Index", r => r.Index, 5),
            Of<AudioTrack>("Codec", r => r.Codec, 10),
            Of<AudioTrack>("Channels", r => r.Channels, 8),
            Of<AudioTrack>("SampleRate", r => r.SampleRate, 10),
            Of<AudioTrack>("Language", r => r.Language, 8),
        ],
        [typeof(VideoScene)] =
        [
            Of<VideoScene>("FullName", r => r.FullName, 16),
            Of<VideoScene>("Index", r => r.Index, 5),
            Of<VideoScene>("Start", r => r.Start, 12),
            Of<VideoScene>("End", r => r.End, 12),
            Of<VideoScene>("Duration", r => r.Duration),
            Of<VideoScene>("StartSeconds", r => r.StartSeconds),
            Of<VideoScene>("EndSeconds", r => r.EndSeconds),
            Of<VideoScene>("DurationSeconds", r => r.DurationSeconds),
            Of<VideoScene>("StartFrame", r => r.StartFrame),
            Of<VideoScene>("EndFrame", r => r.EndFrame),
            Of<VideoScene>("Transition", r => r.Transition, 10),
            Of<VideoScene>("TransitionStartSeconds", r => r.TransitionStartSeconds),
            Of<VideoScene>("TransitionEndSeconds", r => r.TransitionEndSeconds),
            Of<VideoScene>("Score", r => r.Score),
            Of<VideoScene>("Confidence", r => r.Confidence, 10),
            Of<VideoScene>("Detector", r => r.Detector),
            Of<VideoScene>("FrameRate", r => r.FrameRate),
            Of<VideoScene>("Status", r => r.Status, 9),
        ],
        [typeof(CropPosition)] =
        [
            Of<CropPosition>("FullName", r => r.FullName, 16),
            Of<CropPosition>("Index", r => r.Index),
            Of<CropPosition>("X", r => r.X, 5),
            Of<CropPosition>("Y", r => r.Y, 5),
            Of<CropPosition>("Width", r => r.Width, 5),
            Of<CropPosition>("Height", r => r.Height, 6),
            Of<CropPosition>("VideoWidth", r => r.VideoWidth),
            Of<CropPosition>("VideoHeight", r => r.VideoHeight),
            Of<CropPosition>("Aspect", r => r.Aspect),
            Of<CropPosition>("Motion", r => r.Motion, 6),
            Of<CropPosition>("Detail", r => r.Detail, 6),
            Of<CropPosition>("Edges", r => r.Edges, 6),
            Of<CropPosition>("Saturation", r => r.Saturation, 10),
            Of<CropPosition>("Rank", r => r.Rank, 4),
            Of<CropPosition>("Start", r => r.Start),
            Of<CropPosition>("End", r => r.End),
            Of<CropPosition>("FrameCount", r => r.FrameCount),
            Of<CropPosition>("Status", r => r.Status),
        ],
        [typeof(CropCandidate)] =
        [
            Of<CropCandidate>("FullName", r => r.FullName, 20),
            Of<CropCandidate>("Number", r => r.Number, 6),
            Of<CropCandidate>("X", r => r.X, 5),
            Of<CropCandidate>("Y", r => r.Y, 5),
            Of<CropCandidate>("Width", r => r.Width, 5),
            Of<CropCandidate>("Height", r => r.Height, 6),
            Of<CropCandidate>("Strategy", r => r.Strategy, 18),
            Of<CropCandidate>("Score", r => r.Score, 5),
            Of<CropCandidate>("Reason", r => r.Reason),
            Of<CropCandidate>("Motion", r => r.Motion),
            Of<CropCandidate>("Detail", r => r.Detail),
            Of<CropCandidate>("Edges", r => r.Edges),
            Of<CropCandidate>("Saturation", r => r.Saturation),
            Of<CropCandidate>("Start", r => r.Start),
            Of<CropCandidate>("End", r => r.End),
            Of<CropCandidate>("Status", r => r.Status),
        ],
        [typeof(VideoTemplate)] =
        [
            Of<VideoTemplate>("FullName", r => r.FullName),
            Of<VideoTemplate>("VideoId", r => r.VideoId, 14),
            Of<VideoTemplate>("FileName", r => r.FileName),
            Of<VideoTemplate>("Niche", r => r.Niche),
            Of<VideoTemplate>("Duration", r => r.Duration, 12),
            Of<VideoTemplate>("DurationSeconds", r => r.DurationSeconds),
            Of<VideoTemplate>("Width", r => r.Width),
            Of<VideoTemplate>("Height", r => r.Height),
            Of<VideoTemplate>("FramesPerSecond", r => r.FramesPerSecond),
            Of<VideoTemplate>("FrameCount", r => r.FrameCount),
            Of<VideoTemplate>("SceneCount", r => r.SceneCount, 10),
            Of<VideoTemplate>("MeanSceneSeconds", r => r.MeanSceneSeconds),
            Of<VideoTemplate>("MedianSceneSeconds", r => r.MedianSceneSeconds),
            Of<VideoTemplate>("CutsPerMinute", r => r.CutsPerMinute, 13),
            Of<VideoTemplate>("SceneStarts", r => r.SceneStarts),
            Of<VideoTemplate>("MeanColor", r => r.MeanColor),
            Of<VideoTemplate>("DominantColor", r => r.DominantColor, 13),
            Of<VideoTemplate>("DominantColorShare", r => r.DominantColorShare),
            Of<VideoTemplate>("BrightnessMean", r => r.BrightnessMean),
            Of<VideoTemplate>("BrightnessDeviation", r => r.BrightnessDeviation),
            Of<VideoTemplate>("Motion", r => r.Motion),
            Of<VideoTemplate>("TextCount", r => r.TextCount),
            Of<VideoTemplate>("TextCoveragePercent", r => r.TextCoveragePercent),
            Of<VideoTemplate>("TextPhrases", r => r.TextPhrases),
            Of<VideoTemplate>("TextZone", r => r.TextZone),
            Of<VideoTemplate>("TextPattern", r => r.TextPattern),
            Of<VideoTemplate>("HasSpeech", r => r.HasSpeech),
            Of<VideoTemplate>("SpeechLanguage", r => r.SpeechLanguage),
            Of<VideoTemplate>("Transcript", r => r.Transcript),
            Of<VideoTemplate>("WordCount", r => r.WordCount),
            Of<VideoTemplate>("SpeakingSeconds", r => r.SpeakingSeconds),
            Of<VideoTemplate>("WordsPerMinute", r => r.WordsPerMinute),
            Of<VideoTemplate>("DecodeErrorCount", r => r.DecodeErrorCount),
            Of<VideoTemplate>("Status", r => r.Status, 9),
        ],
    };

    /// <summary>The types that have columns.</summary>
    public static IReadOnlyCollection<Type> Types => ByType.Keys;

    /// <summary>The columns of a record's type.</summary>
    public static IReadOnlyList<Column> For(Type type) => ByType[type];

    private static Column Of<T>(string name, Func<T, object?> get, int width = 0) => new(name, record => get((T)record), width);
}

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>What fake files give.</summary>
internal static class Scripts
{
    public static IEnumerable<VideoEvent> Info(int index, VideoInput input) =>
        [new RecordEvent(index, input.FullName, new VideoInfo { FullName = input.FullName, Container = "mov" })];

    public static IEnumerable<VideoEvent> TwoScenes(int index, VideoInput input) =>
        new[] { 0, 1 }.Select(i => new RecordEvent(index, input.FullName, new VideoScene
        {
            FullName = input.FullName,
            Index = i + 1,
            Start = TimeSpan.FromSeconds(2 * i),
            End = TimeSpan.FromSeconds((2 * i) + 2),
        }));

    public static IEnumerable<VideoEvent> ThreePositions(int index, VideoInput input) =>
        new[] { 0, 1, 2 }.Select(i => new RecordEvent(index, input.FullName, new CropPosition
        {
            FullName = input.FullName,
            Index = i,
            X = 10 * i,
            Y = 0,
            Width = 100,
            Height = 200,
            VideoWidth = 400,
            VideoHeight = 300,
            Motion = i,
        }));

    public static IEnumerable<VideoEvent> Template(int index, VideoInput input) =>
    [
        new RecordEvent(index, input.FullName, new VideoTemplate
        {
            FullName = input.FullName, VideoId = "id", FileName = Path.GetFileName(input.FullName),
        }),
    ];

    public static IEnumerable<VideoEvent> FailSecond(int index, VideoInput input) => index == 1
        ? [new FailureEvent(index, input.FullName, new VideoError(VideoErrorId.InvalidVideo, input.FullName, "'it' is\nbroken.", "Copy it again."))]
        : Info(index, input);
}

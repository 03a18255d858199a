using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class PeopleOptionTests : IDisposable
{
    private readonly CliRun _run = new(Faces);

    public PeopleOptionTests()
    {
        _run.Touch("film.mp4");
        _run.Touch("second.jpg");
        _run.Touch("empty.jpg");
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Face_Group_GivesPeopleByScreenTime()
    {
        Assert.Equal(ExitCode.Success, _run.Run("face", "film.mp4", "--group"));

        Assert.Equal([(1, 6), (2, 3)], Records().Select(r => (r.GetProperty("PersonId").GetInt32(), r.GetProperty("FaceCount").GetInt32())));
    }

    [Fact]
    public void Face_Best_GivesShotsApart()
    {
        Assert.Equal(ExitCode.Success, _run.Run("face", "film.mp4", "--group", "--best", "2", "--minimum-gap", "2"));

        Assert.Equal(
            [(1, 1, 5.0), (1, 2, 3.0), (2, 1, 8.0), (2, 2, 6.0)],
            Records().Select(r => (r.GetProperty("PersonId").GetInt32(), r.GetProperty("Rank").GetInt32(), r.GetProperty("Seconds").GetDouble())));
    }

    [Fact]
    public void Face_Compare_SaysWhichFacesThoseOfThePictureAre()
    {
        Assert.Equal(ExitCode.Success, _run.Run("face", "film.mp4", "--compare", "second.jpg", "--compare", "empty.jpg"));

        Assert.Equal(
            [.. Enumerable.Repeat(false, 6), .. Enumerable.Repeat(true, 3)], Records().Select(r => r.GetProperty("IsMatch").GetBoolean()));
        Assert.Contains("empty.jpg", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--group", "--compare", "second.jpg")]
    [InlineData("--compare", "empty.jpg")]
    [InlineData("--group", "--threshold", "2")]
    public void Face_NoSense_IsUsage(params string[] options) => Assert.Equal(ExitCode.Usage, _run.Run(["face", "film.mp4", .. options]));

    private JsonElement[] Records() => [.. _run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement)];

    // Two people, one after the other; the picture shows the second, another shows nobody.
    private static IEnumerable<VideoEvent> Faces(int index, VideoInput input)
    {
        var count = Path.GetFileName(input.FullName) switch { "film.mp4" => 9, "second.jpg" => 1, _ => 0 };
        for (var i = 0; i < count; i++)
        {
            var isFirst = count > 1 && i < 6;
            yield return new RecordEvent(index, input.FullName, new VideoFace
            {
                FullName = input.FullName,
                TrackId = isFirst ? 1 : 2,
                FaceIndex = 1,
                FacesInFrame = 1,
                Seconds = count > 1 ? i : 0,
                Time = TimeSpan.FromSeconds(count > 1 ? i : 0),
                Frame = i,
                Width = 90,
                Height = 90,
                Quality = 0.8,
                Sharpness = 90,
                CompositeScore = 0.3 + (i * 0.05),
                Embedding = new ValueList<double>(isFirst ? [1, 0, 0.1, 0] : [0, 1, 0, 0.1]),
            });
        }
    }
}

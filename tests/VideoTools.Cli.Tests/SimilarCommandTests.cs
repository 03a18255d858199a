using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class SimilarCommandTests : IDisposable
{
    private readonly CliRun _run = new(Signature);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Similar_TwoOfThree_GivesTheirGroup()
    {
        _run.Touch("a.mp4");
        _run.Touch("b.mp4");
        _run.Touch("c-other.mp4");

        Assert.Equal(ExitCode.Success, _run.Run("similar", _run.Directory));

        var records = _run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["a.mp4", "b.mp4"], records.Select(r => Path.GetFileName(r.GetProperty("FullName").GetString()!)));
        Assert.All(records, r => Assert.Equal((1, 2), (r.GetProperty("GroupId").GetInt32(), r.GetProperty("GroupSize").GetInt32())));
        Assert.IsType<SignatureOptions>(Assert.Single(Assert.IsType<AnalysisRequest>(Assert.Single(_run.Engine.Requests)).Features));
    }

    [Theory]
    [InlineData("--threshold", "1.5")]
    [InlineData("--threshold", "0")]
    [InlineData("--minimum-overlap", "-1")]
    public void Similar_NoSense_IsUsageBeforeAnyFileIsRead(string option, string value)
    {
        _run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, _run.Run("similar", "a.mp4", option, value));
        Assert.Empty(_run.Engine.Requests);
    }

    // Sixty moments of pictures that follow from the letter of the file; b is as a.
    private static IEnumerable<VideoEvent> Signature(int index, VideoInput input)
    {
        var random = new Random(Path.GetFileName(input.FullName).Contains("other", StringComparison.Ordinal) ? 2 : 1);
        var bytes = new byte[60 * 17];
        for (var at = 0; at < bytes.Length; at += 17)
        {
            // Half of the frequencies are strong, the others have no sign.
            for (var i = 0; i < 8; i++)
            {
                bytes[at + i] = (byte)(random.Next(256) & 0x55);
                bytes[at + 8 + i] = 0x55;
            }

            bytes[at + 16] = (byte)random.Next(40, 90);
        }

        yield return new RecordEvent(index, input.FullName, new VideoSignature
        {
            FullName = input.FullName,
            Duration = TimeSpan.FromSeconds(15),
            DurationSeconds = 15,
            Width = 320,
            Height = 180,
            IntervalSeconds = 0.25,
            Codes = bytes,
        });
    }
}

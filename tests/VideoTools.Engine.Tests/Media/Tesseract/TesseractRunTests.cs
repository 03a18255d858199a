using System.Diagnostics;
using VideoTools.Engine.Media.Tesseract;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Tests.Media.Tesseract;

public sealed class TesseractRunTests
{
    [Fact]
    public void Read_ManyPictures_IsOneChildWithOneThread()
    {
        using var fake = new FakeTesseract(FakeTesseract.Table(FakeTesseract.Word(1, "Größe"), FakeTesseract.Word(3, "für", 88)));

        var (lines, problem) = fake.Read(pictures: 3);

        Assert.Null(problem);
        Assert.Equal(["Größe", "", "für"], lines!.Select(l => l.Text));
        Assert.Equal(0.88, lines![2].Confidence, 3);
        Assert.Equal("1", fake.Said("threads"));
        Assert.Equal(3, fake.Said("list").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("deu", fake.Said("arguments").Split('\n'));
    }

    [Fact]
    public void Read_LeavesNothingInTheTemporaryFolder()
    {
        using var fake = new FakeTesseract("exit 3");

        fake.Read();

        Assert.False(Directory.Exists(Path.GetDirectoryName(fake.Said("list").Split('\n')[0])));
    }

    [Theory]
    [InlineData("exit 3", "code 3")]
    [InlineData("kill -9 $$", "SIGKILL")]
    [InlineData("echo garbage", "table of words")]
    [InlineData("printf '\\377\\376\\000\\t\\t\\n5\\t1\\t'", "table of words")]
    [InlineData("echo 'Error opening data file' >&2; exit 1", "Error opening data file")]
    public void Read_ProgramThatFails_SaysHow(string script, string expected)
    {
        using var fake = new FakeTesseract(script);

        var (lines, problem) = fake.Read();

        Assert.Null(lines);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProgramThatHangs_IsEnded()
    {
        using var fake = new FakeTesseract("sleep 60");
        var watch = Stopwatch.StartNew();

        var (lines, problem) = fake.Read(seconds: 1);

        Assert.Null(lines);
        Assert.Contains("did not end", problem, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Read_ProgramThatPrintsWithoutEnd_IsEnded()
    {
        using var fake = new FakeTesseract("yes abcdefgh");

        Assert.Contains("without end", fake.Read().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WorkIsStopped_EndsTheChildAtOnce()
    {
        using var fake = new FakeTesseract("echo $$ > \"$(dirname \"$0\")/pid\"; sleep 60");
        using var stop = new CancellationTokenSource();
        using var work = CurrentWork.Begin(stop.Token);
        using var timer = new Timer(_ => stop.Cancel(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var watch = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => fake.Read(seconds: 50));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(fake.Said("pid"))));
    }

    [Fact]
    public void Read_NoProgram_IsAProblem()
    {
        var (lines, problem) = new TesseractProgram("/no/such/tesseract").Read("deu", [new GreyPicture(new byte[64], 8, 8)]);

        Assert.Null(lines);
        Assert.NotNull(problem);
    }
}

using System.Globalization;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding.Times;

/// <summary>The table of docs/times.md: every cell is a file that is made, probed, counted and decoded.</summary>
public sealed class TimesMatrixTests : DecodingTestBase
{
    private const string NotPossible = "-";
    private const double FrameSeconds = 1.0 / TimeSituation.Rate;

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var container in TimeSituation.Containers.Keys)
            {
                foreach (var name in TimeSituation.Names.Where(name => TimeSituation.IsPossible(container, name)))
                {
                    cells.Add(container, name);
                }
            }

            return cells;
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Cells))]
    public void Decode_Cell_SaysWhatTheTableSays(string container, string name)
    {
        var path = TimeSituation.Make(container, name);
        var expected = TimeSituation.Expect(container, name);

        var (sink, summary) = Decode(path, plan => TimeSituation.Change(plan, name));

        var seconds = sink.Frames.Select(frame => MediaTime.ToSeconds(frame.Pts, sink.TimeBase)).ToArray();
        var isFast = name == "fast";
        Assert.True(isFast ? sink.Frames.Count <= expected.Count : sink.Frames.Count == expected.Count, $"{sink.Frames.Count} frames");
        Assert.Equal(expected.First, sink.Frames[0].Index);

        // A file starts with its sound, which an encoder may put before the first frame.
        var late = name == "longer sound" ? 0.06 : 0.012;
        Assert.InRange(seconds[0], expected.Start - 0.002, expected.Start + late);
        Assert.InRange(summary.EndSeconds, expected.End - (isFast ? 2 * FrameSeconds : 0.012), expected.End + 0.05 + late);
        Assert.Equal(expected.Status, summary.Status);

        // Each frame has the number that its time stands for: nothing is doubled, left out or late, also where frames are skipped.
        Assert.All(
            sink.Frames.Zip(seconds),
            pair => Assert.InRange(pair.Second - seconds[0] - ((pair.First.Index - expected.First) * FrameSeconds), -0.015, 0.021));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Cells))]
    public void Count_Cell_SaysWhatIsShown(string container, string name)
    {
        if (name is "range" or "fast")
        {
            return; // They are of a decode, not of a file.
        }

        var expected = TimeSituation.Expect(container, name);

        var info = Probe(TimeSituation.Make(container, name), count: true).Info;

        Assert.Equal(expected.Count, info.FrameCount);
        Assert.True(info.IsFrameCountExact);
        Assert.False(info.IsVariableFrameRate);
        var length = name == "longer sound" ? 6 : expected.End;
        Assert.InRange(info.DurationSeconds!.Value, length - 0.05, length + 0.15);
    }

    [Fact]
    public void Document_Table_IsTheTableOfTheTests()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "times.md")).ReplaceLineEndings("\n");

        Assert.Contains(Table(), text, StringComparison.Ordinal);
    }

    private static string Table()
    {
        var lines = new List<string>
        {
            "| | " + string.Join(" | ", TimeSituation.Names) + " |",
            "|---" + string.Concat(Enumerable.Repeat("|---", TimeSituation.Names.Count)) + "|",
        };
        lines.AddRange(TimeSituation.Containers.Keys.Select(container =>
            $"| {container} | " + string.Join(" | ", TimeSituation.Names.Select(name => Cell(container, name))) + " |"));
        return string.Join('\n', lines);
    }

    private static string Cell(string container, string name)
    {
        if (!TimeSituation.IsPossible(container, name))
        {
            return NotPossible;
        }

        var (count, first, start, end, status) = TimeSituation.Expect(container, name);
        var frames = name == "fast" ? "of " + count : first == 0 ? count.ToString(CultureInfo.InvariantCulture) : $"{first} to {first + count}";
        var text = string.Create(CultureInfo.InvariantCulture, $"{frames}, {start:0.##} to {end:0.##} s");
        return status == RecordStatus.Ok ? text : $"{text}, {status}";
    }
}

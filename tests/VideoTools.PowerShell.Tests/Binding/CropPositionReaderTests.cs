using System.Globalization;

namespace VideoTools.PowerShell.Tests.Binding;

public sealed class CropPositionReaderTests
{
    private static readonly CropPosition Sample = new()
    {
        FullName = "/d/a[1] ü.mp4",
        Index = 3,
        X = 0,
        Y = 120,
        Width = 304,
        Height = 540,
        VideoWidth = 1920,
        VideoHeight = 1080,
        Aspect = "9:16",
        Motion = 1.25,
        Detail = 12.5,
        Edges = 1e-05,
        Saturation = 0.1,
        Rank = 2,
        Start = TimeSpan.FromSeconds(1.5),
        End = TimeSpan.FromSeconds(3),
        FrameCount = 36,
        Status = RecordStatus.Damaged,
    };

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void TryRead_RowOfACsvFile_GivesTheSamePosition(string culture)
    {
        var row = Row(Sample, CultureInfo.GetCultureInfo(culture));

        Assert.True(CropPositionReader.TryRead(row.GetValueOrDefault, out var read, out var problem), problem);
        Assert.Equal(Sample, read);
    }

    [Theory]
    [InlineData("FullName")]
    [InlineData("X")]
    [InlineData("Height")]
    [InlineData("VideoWidth")]
    [InlineData("Motion")]
    public void TryRead_ColumnMissing_NamesIt(string column)
    {
        var row = Row(Sample, CultureInfo.InvariantCulture);
        row.Remove(column);

        Assert.False(CropPositionReader.TryRead(row.GetValueOrDefault, out _, out var problem));
        Assert.Contains(column, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X", "1.5")]
    [InlineData("Motion", "much")]
    [InlineData("Status", "Broken")]
    [InlineData("Status", "7")]
    [InlineData("Start", "soon")]
    public void TryRead_ValueWrong_NamesColumn(string column, string value)
    {
        var row = Row(Sample, CultureInfo.InvariantCulture);
        row[column] = value;

        Assert.False(CropPositionReader.TryRead(row.GetValueOrDefault, out _, out var problem));
        Assert.Contains(column, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_OptionalColumnsMissing_TakesDefaults()
    {
        var row = Row(Sample, CultureInfo.InvariantCulture);
        foreach (var column in new[] { "Aspect", "Rank", "Start", "End", "FrameCount", "Status" })
        {
            row.Remove(column);
        }

        Assert.True(CropPositionReader.TryRead(row.GetValueOrDefault, out var read, out _));
        Assert.Equal((TimeSpan.Zero, 0, RecordStatus.Ok), (read!.Start, read.Rank, read.Status));
    }

    private static Dictionary<string, object?> Row(CropPosition position, CultureInfo culture) => typeof(CropPosition).GetProperties()
        .ToDictionary(
            property => property.Name,
            property => (object?)(property.GetValue(position) is IFormattable value ? value.ToString(null, culture) : property.GetValue(position)));
}

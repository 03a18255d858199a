using System.Globalization;
using VideoTools.Core.Tests.Schema;

namespace VideoTools.PowerShell.Tests.Binding;

/// <summary>Whose row it is shows in its columns, whatever stands in them.</summary>
public sealed class RecordRowsTests
{
    public static TheoryData<Type> Types => [.. SampleRecords.RecordTypes];

    [Theory]
    [MemberData(nameof(Types))]
    public void Is_RowOfEveryRecord_IsThatOfItsOwnOnly(Type type)
    {
        var row = Row(SampleRecords.Of(type));

        Assert.Equal(type == typeof(VideoNiche), RecordRows.IsNiche(row));
        Assert.Equal(type == typeof(VideoTemplate), RecordRows.IsTemplate(row));
        Assert.Equal(type == typeof(VideoMetadata), RecordRows.IsMetadata(row));
    }

    [Fact]
    public void Is_RowOfAText_IsANiche() => Assert.True(RecordRows.IsNiche(Row(new VideoNiche { VideoId = "" })));

    [Theory]
    [InlineData(typeof(VideoNiche))]
    [InlineData(typeof(VideoTemplate))]
    [InlineData(typeof(CropPosition))]
    public void ReadForReport_RowOfWhatAReportShows_IsTheRecord(Type type) =>
        Assert.IsType(type, RecordRows.ReadForReport(Row(SampleRecords.Of(type))));

    [Fact]
    public void ReadForReport_OtherRow_IsNone() => Assert.Null(RecordRows.ReadForReport(Row(SampleRecords.Of(typeof(VideoMetadata)))));

    // As Export-Csv does: null as an empty cell.
    private static Func<string, object?> Row(object record) => record.GetType().GetProperties().ToDictionary(
        p => p.Name,
        p => (object?)(p.GetValue(record) is IFormattable value
            ? value.ToString(null, CultureInfo.GetCultureInfo("de-DE"))
            : p.GetValue(record)?.ToString() ?? "")).GetValueOrDefault;
}

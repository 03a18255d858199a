namespace VideoTools.Core.Tests.Schema;

/// <summary>Tables of the command line: every record that it prints has columns there, and they fit a terminal.</summary>
public sealed class ColumnWidthTests
{
    public static TheoryData<Type> Types =>
        [.. SampleRecords.RecordTypes.Where(t => t != typeof(TaxonomyNode) && t != typeof(CropStrategyInfo))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Width_OfEveryRecord_FitsItsNameAndATerminal(Type type)
    {
        var shown = RecordSchema.Of(type).Columns.Where(column => column.Width > 0).ToArray();

        Assert.NotEmpty(shown);
        Assert.All(shown, column => Assert.True(column.Name.Length <= column.Width, column.Name));
        Assert.True(shown.Sum(column => column.Width + 1) - 1 <= 80, type.Name);
    }
}

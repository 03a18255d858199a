using VideoTools.Cli.Output;

namespace VideoTools.Cli.Tests.Output;

public sealed class RecordColumnsTests
{
    public static TheoryData<Type> RecordTypes =>
    [
        typeof(VideoInfo), typeof(AudioTrack), typeof(VideoScene), typeof(CropPosition), typeof(CropCandidate), typeof(VideoText),
        typeof(TranscriptSegment), typeof(TranscriptWord), typeof(VideoTemplate),
        typeof(NicheStatistic), typeof(NicheCluster), typeof(NicheComparison), typeof(NicheRecommendation),
        typeof(VideoMetadata), typeof(VideoNiche),
    ];

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void For_Record_NamesEveryPropertyInOrderOfDeclaration(Type type) => Assert.Equal(
        type.GetProperties().OrderBy(property => property.MetadataToken).Select(property => property.Name),
        RecordColumns.For(type).Select(column => column.Name));

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void For_Record_EveryColumnReadsItsOwnProperty(Type type)
    {
        var record = Samples.Distinct(type);
        foreach (var column in RecordColumns.For(type))
        {
            Assert.Equal(type.GetProperty(column.Name)!.GetValue(record), column.Get(record));
        }
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void For_Record_TableHasColumnsAndTheirNamesFit(Type type)
    {
        var shown = RecordColumns.For(type).Where(column => column.Width > 0).ToArray();

        Assert.NotEmpty(shown);
        Assert.All(shown, column => Assert.True(column.Name.Length <= column.Width, column.Name));
        Assert.True(shown.Sum(column => column.Width + 1) - 1 <= 80, type.Name);
    }

    [Fact]
    public void Types_AllRecordsOfRequests_HaveColumns() => Assert.Equal(18, RecordColumns.Types.Count);
}

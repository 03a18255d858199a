
namespace VideoTools.PowerShell.Tests.Binding;

public sealed class NicheEvidenceReaderTests
{
    private readonly List<VideoError> _errors = [];
    private IReadOnlyDictionary<string, object?>? _read;

    private static readonly VideoMetadata Known = new() { VideoId = "a", Title = "found", SourcePath = "m.csv" };

    [Fact]
    public void FromRow_TemplateRow_IsTheTemplateWithMetadata()
    {
        var evidence = From(("FullName", "/v/a.mp4"), ("VideoId", "a"), ("FileName", "a.mp4"), ("FrameCount", "10"), ("Transcript", "words"))!;

        Assert.Equal(("words", "found"), (evidence.Template!.Transcript, evidence.Metadata!.Title));
    }

    [Fact]
    public void FromRow_RowOfImportVideoMetadata_IsTheMetadata()
    {
        var evidence = From(("SourcePath", "x.csv"), ("IsMatched", "False"), ("VideoId", ""), ("Title", "t"))!;

        Assert.Equal(("t", "x.csv", null), (evidence.Metadata!.Title, evidence.Metadata.SourcePath, evidence.FullName));
    }

    [Fact]
    public void FromRow_RowFromElsewhere_GoesToTheEngine()
    {
        var evidence = From(("title", "mine"), ("FullName", "/v/b.mp4"))!;

        Assert.Equal(("mine", "/v/b.mp4"), (evidence.Metadata!.Title, evidence.FullName));
        Assert.Equal("mine", _read!["title"]);
    }

    [Fact]
    public void FromRow_OnlyAName_IsAVideo() => Assert.Equal(("/v/a.mp4", "found"), (From(("FullName", "/v/a.mp4"))!.FullName, From(("FullName", "/v/a.mp4"))!.Metadata!.Title));

    [Theory]
    [InlineData("price", "3", "says nothing")]
    [InlineData("FrameCount", "x", "FrameCount 'x'")]
    public void FromRow_NothingUsable_IsReported(string name, string value, string problem)
    {
        var row = name == "price" ? new[] { (name, (object?)value) } : [("FullName", "f"), ("VideoId", "a"), ("FileName", "a"), (name, value)];

        Assert.Null(From(row));
        Assert.Equal(VideoErrorId.MetadataInvalid, _errors[0].Id);
        Assert.Contains(problem, _errors[0].Message, StringComparison.Ordinal);
    }

    private NicheEvidence? From(params (string Name, object? Value)[] values)
    {
        var row = values.ToDictionary(value => value.Name, value => value.Value);
        return Reader().FromRow(row.GetValueOrDefault, () => row);
    }

    private NicheEvidenceReader Reader() => new(
        path => Path.GetFileNameWithoutExtension(path) == "a" ? Known : null,
        row =>
        {
            _read = row;
            return row.TryGetValue("title", out var title) ? new VideoMetadata { VideoId = "", Title = (string)title!, SourcePath = "pipeline" } : null;
        },
        path => new NicheEvidence { FullName = path, Metadata = Known },
        _errors.Add);
}

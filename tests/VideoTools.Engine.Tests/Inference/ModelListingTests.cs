using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

/// <summary>models.json as anyone may have written it: one error that names the file, whatever is wrong.</summary>
public sealed class ModelListingTests : IDisposable
{
    private static readonly string Hash = new('a', 64);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-models-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[{}]")]
    [InlineData("[", "]]")]
    public void Load_OtherJson_IsModelCorrupt(params string[] text) => Refuses(string.Concat(text));

    [Theory]
    [InlineData("name", "null")]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"../m\"")]
    [InlineData("name", "\"..\"")]
    [InlineData("kind", "null")]
    [InlineData("kind", "\"Nothing\"")]
    [InlineData("kind", "12345")]
    [InlineData("package", "null")]
    [InlineData("package", "\"../../etc\"")]
    [InlineData("package", "\"/etc\"")]
    [InlineData("licence", "null")]
    [InlineData("version", "null")]
    [InlineData("files", "null")]
    [InlineData("files", "[]")]
    [InlineData("files", "[null]")]
    [InlineData("files", "[{}]")]
    [InlineData("files", "[{\"name\":\"../x\",\"role\":\"model\",\"bytes\":3,\"sha256\":\"HASH\"}]")]
    [InlineData("files", "[{\"name\":\"x\",\"role\":null,\"bytes\":3,\"sha256\":\"HASH\"}]")]
    [InlineData("files", "[{\"name\":\"x\",\"role\":\"model\",\"bytes\":-3,\"sha256\":\"HASH\"}]")]
    [InlineData("files", "[{\"name\":\"x\",\"role\":\"model\",\"bytes\":3,\"sha256\":\"short\"}]")]
    [InlineData("inputs", "null")]
    [InlineData("picture", "{\"width\":-1,\"height\":3}")]
    [InlineData("picture", "{\"width\":3,\"height\":3,\"mean\":[1,2]}")]
    [InlineData("picture", "{\"width\":3,\"height\":3,\"deviation\":[1,0,1]}")]
    public void Load_AModelWithout_IsModelCorrupt(string property, string value)
    {
        var good = Properties();
        Assert.Equal("m", Assert.Single(Load(List(good)).Entries).Name);

        good[property] = value.Replace("HASH", Hash, StringComparison.Ordinal);
        Refuses(List(good));
    }

    [Fact]
    public void Load_TwoOfOneName_IsModelCorrupt() => Refuses($"[{Object(Properties())},{Object(Properties())}]");

    [Fact]
    public void Load_APipe_IsModelCorrupt_AtOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Named pipes of the file system are for Unix.
        }

        var path = Path.Combine(_folder.FullName, "models.json");
        Media.Decoding.TestClip.Run("mkfifo", [path]);

        Assert.Equal(VideoErrorId.ModelCorrupt, Assert.Throws<VideoToolsException>(() => ModelCatalogue.Load(path)).Error.Id);
    }

    [Fact]
    public void File_ARoleThatIsNotListed_IsModelCorrupt() => Assert.Equal(
        VideoErrorId.ModelCorrupt, Assert.Throws<VideoToolsException>(() => Load(List(Properties())).Get("m").File("decoder")).Error.Id);

    private static Dictionary<string, string> Properties() => new(StringComparer.Ordinal)
    {
        ["name"] = "\"m\"", ["kind"] = "\"TextDetection\"", ["licence"] = "\"MIT\"", ["package"] = "\"@scope/p\"", ["version"] = "\"1\"", ["inputs"] = "{}",
        ["files"] = $"[{{\"name\":\"m.onnx\",\"role\":\"model\",\"bytes\":3,\"sha256\":\"{Hash}\"}}]",
    };

    private static string List(Dictionary<string, string> properties) => $"[{Object(properties)}]";

    private static string Object(Dictionary<string, string> properties) => $"{{{string.Join(',', properties.Select(p => $"\"{p.Key}\":{p.Value}"))}}}";

    private ModelCatalogue Load(string json)
    {
        var file = Path.Combine(_folder.FullName, "models.json");
        File.WriteAllText(file, json);
        return ModelCatalogue.Load(file);
    }

    private void Refuses(string json)
    {
        var error = Assert.Throws<VideoToolsException>(() => Load(json)).Error;

        Assert.Equal(VideoErrorId.ModelCorrupt, error.Id);
        Assert.Contains("models.json", error.Message, StringComparison.Ordinal);
    }
}

namespace VideoTools.Conversion.Tests;

public sealed class ModelFileTests : IDisposable
{
    private const string Node = """{"name":"x","op":"Placeholder","attr":{"shape":{"shape":{"dim":[{"size":"2"}]}}}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-tfjs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("float32", 4, new byte[] { 0, 0, 128, 63 }, 1f)]
    [InlineData("float16", 2, new byte[] { 0, 60 }, 1f)]
    [InlineData("uint8", 1, new byte[] { 10 }, 7f)]
    [InlineData("uint16", 2, new byte[] { 0, 1 }, 130f)]
    public void Weights_AreFloatsHoweverTheyAreStored(string stored, int bytes, byte[] content, float expected)
    {
        var quantization = stored == "float32" ? "" : $$""","quantization":{"dtype":"{{stored}}","scale":0.5,"min":2}""";
        var file = Write($$"""{"name":"w","shape":[1],"dtype":"float32"{{quantization}}}""", content);

        Assert.Equal(bytes, content.Length);
        Assert.Equal([expected], TfjsModel.Load(file).Weights["w"].Values);
    }

    [Fact]
    public void Weights_ThatEndEarly_AreNamed()
    {
        var file = Write("""{"name":"w","shape":[2],"dtype":"float32"}""", [0, 0, 0, 0]);

        Assert.Contains("'w'", Assert.Throws<ConversionException>(() => TfjsConverter.Convert(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_WithMoreBytes_AreRefused()
    {
        var file = Write("""{"name":"w","shape":[1],"dtype":"float32"}""", [0, 0, 0, 0, 1]);

        Assert.Throws<ConversionException>(() => TfjsConverter.Convert(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void FileThatIsNoModel_IsRefused(string content)
    {
        var file = Path.Combine(_folder.FullName, "model.json");
        File.WriteAllText(file, content);

        Assert.Contains("no tfjs graph model", Assert.Throws<ConversionException>(() => TfjsConverter.Convert(file)).Message, StringComparison.Ordinal);
    }

    private string Write(string weight, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "model.bin"), content);
        var file = Path.Combine(_folder.FullName, "model.json");
        File.WriteAllText(file, $$$"""{"modelTopology":{"node":[{{{Node}}}]},"weightsManifest":[{"paths":["model.bin"],"weights":[{{{weight}}}]}]}""");
        return file;
    }
}

using System.Security.Cryptography;
using System.Text;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

public sealed class ModelInstallerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-install-");
    private readonly List<VideoError> _errors = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Install_FolderWithOtherNames_FindsFilesByWhatTheyHold()
    {
        var catalogue = Catalogue(Model("one", "weights", "words"), Model("two", "others"));
        Put("deep/down/a.bin", "weights");
        Put("b.txt", "words");
        Put("c.txt", "woods"); // As long as words.

        Assert.Equal(["one"], new ModelInstaller(catalogue).Install(Source, [], _errors.Add));

        var model = catalogue.Get("one");
        Assert.True(catalogue.IsPresent(model));
        Assert.Equal(Path.Combine(Target, "one", "0.onnx"), catalogue.GetPath(model, "0"));
        Assert.Equal("words", File.ReadAllText(catalogue.GetPath(model, "1")));
        Assert.Empty(_errors);
    }

    [Fact]
    public void Install_FileMissing_SaysWhichAndTheOthersGoOn()
    {
        var catalogue = Catalogue(Model("one", "weights", "words"), Model("two", "others"));
        Put("a", "weights");
        Put("b", "others");

        Assert.Equal(["two"], new ModelInstaller(catalogue).Install(Source, [], _errors.Add));

        var error = Assert.Single(_errors);
        Assert.Equal(VideoErrorId.ModelMissing, error.Id);
        Assert.Contains("'one'", error.Message, StringComparison.Ordinal);
        Assert.Contains("1.onnx", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Install_OneFile_CompletesAModel()
    {
        var catalogue = Catalogue(Model("one", "weights"));
        Put("a", "weights");

        Assert.Equal(["one"], new ModelInstaller(catalogue).Install(Path.Combine(Source, "a"), ["one"], _errors.Add));
        Assert.Equal(["one"], new ModelInstaller(catalogue).Install(Path.Combine(Source, "a"), ["one"], _errors.Add));
        Assert.Empty(_errors);
    }

    [Fact]
    public void Install_ModelNotThere_IsAnErrorOfIt()
    {
        var catalogue = Catalogue(Model("one", "weights"), Model("two", "others"));
        Put("a", "weights");

        Assert.Empty(new ModelInstaller(catalogue).Install(Source, ["two"], _errors.Add));
        Assert.Equal(VideoErrorId.ModelMissing, Assert.Single(_errors).Id);
    }

    [Theory]
    [InlineData("nothing", VideoErrorId.ModelUnsuitable)]
    [InlineData("missing", VideoErrorId.FileNotFound)]
    public void Install_NothingThatIsKnown_Throws(string name, VideoErrorId id)
    {
        Put("nothing/a.onnx", "something");

        var thrown = Assert.Throws<VideoToolsException>(
            () => new ModelInstaller(Catalogue(Model("one", "weights"))).Install(Path.Combine(Source, name), [], _errors.Add));

        Assert.Equal(id, thrown.Error.Id);
    }

    private string Source => Path.Combine(_folder.FullName, "source");

    private string Target => Path.Combine(_folder.FullName, "models");

    private ModelCatalogue Catalogue(params ModelEntry[] models) =>
        new ModelCatalogue(models, model => Path.Combine(_folder.FullName, "shipped", model.Name)).With(() => Target);

    private void Put(string name, string content)
    {
        var path = Path.Combine(Source, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static ModelEntry Model(string name, params string[] contents) => new(
        name, ModelKind.SpeechRecognition, false, "MIT", "package", "1.0",
        [
            .. contents.Select((content, i) => new ModelFile(
                $"{i}.onnx", $"{i}", content.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))))),
        ],
        new Dictionary<string, string>());
}

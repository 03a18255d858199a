using System.Security.Cryptography;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

public sealed class ModelCatalogueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-models-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Default_ListsOneDefaultModelAKindWithHashesAndLicences()
    {
        var entries = ModelCatalogue.Default.Entries;

        // Models of hands are fetched on demand, and others are the user's.
        ModelKind[] withoutDefault = [ModelKind.HandDetection, ModelKind.HandLandmark, ModelKind.Other];
        Assert.All(Enum.GetValues<ModelKind>().Except(withoutDefault), kind => Assert.Single(entries, e => e.Kind == kind && e.IsDefault));
        Assert.All(entries, e => Assert.NotEmpty(e.Licence));
        Assert.All(entries.SelectMany(e => e.Files), f => Assert.Matches("^[0-9a-f]{64}$", f.Sha256));
        Assert.Equal(entries.Count, entries.Select(e => e.Name).Distinct().Count());
    }

    [Fact]
    public void Default_FilesOfTheDefaultModels_HaveTheListedSizeAndHash()
    {
        var catalogue = ModelCatalogue.Default;
        foreach (var model in catalogue.Entries.Where(e => e.IsDefault))
        {
            Assert.All(model.Files, f => Assert.Equal(f.Bytes, new FileInfo(catalogue.GetPath(model, f.Role)).Length));
        }
    }

    [Fact]
    public void Get_UnknownName_SaysWhichNamesThereAre()
    {
        var failure = Assert.Throws<VideoToolsException>(() => ModelCatalogue.Default.Get("whisper-huge"));

        Assert.Equal(VideoErrorId.ModelUnknown, failure.Error.Id);
        Assert.Contains("whisper-base", failure.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void GetPath_MissingFile_SaysHowToGetIt()
    {
        var catalogue = Catalogue([1, 2, 3], write: null);

        var failure = Assert.Throws<VideoToolsException>(() => catalogue.GetPath(catalogue.Entries[0], "model"));

        Assert.Equal(VideoErrorId.ModelMissing, failure.Error.Id);
        Assert.Contains("build.sh models", failure.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void GetPath_OtherBytes_IsRefused()
    {
        var catalogue = Catalogue([1, 2, 3], write: [1, 2, 4]);

        var failure = Assert.Throws<VideoToolsException>(() => catalogue.GetPath(catalogue.Entries[0], "model"));

        Assert.Equal(VideoErrorId.ModelCorrupt, failure.Error.Id);
    }

    [Fact]
    public void GetPath_FileFetchedAfterAFailure_IsFound()
    {
        var catalogue = Catalogue([1, 2, 3], write: null);
        Assert.Throws<VideoToolsException>(() => catalogue.GetPath(catalogue.Entries[0], "model"));

        Directory.CreateDirectory(Path.Combine(_folder.FullName, "m"));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "m", "m.onnx"), [1, 2, 3]);

        Assert.EndsWith("m.onnx", catalogue.GetPath(catalogue.Entries[0], "model"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_BytesThatAreNoModel_AreReportedAsCorrupt()
    {
        var catalogue = Catalogue([1, 2, 3], write: [1, 2, 3]);
        using var sessions = new ModelSessions(catalogue);

        var failure = Assert.Throws<VideoToolsException>(() => sessions.Get("m"));

        Assert.Equal(VideoErrorId.ModelCorrupt, failure.Error.Id);
        Assert.Contains("could not be loaded", failure.Message, StringComparison.Ordinal);
    }

    private ModelCatalogue Catalogue(byte[] expected, byte[]? write)
    {
        if (write is not null)
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "m"));
            File.WriteAllBytes(Path.Combine(_folder.FullName, "m", "m.onnx"), write);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(expected));
        var file = Path.Combine(_folder.FullName, "models.json");
        File.WriteAllText(file, $$"""
            [{ "name": "m", "kind": "TextDetection", "isDefault": false, "licence": "MIT", "package": "p", "version": "1",
               "files": [{ "name": "m.onnx", "role": "model", "bytes": {{expected.Length}}, "sha256": "{{hash}}" }], "inputs": {} }]
            """);
        return ModelCatalogue.Load(file);
    }
}

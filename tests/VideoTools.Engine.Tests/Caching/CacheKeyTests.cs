using VideoTools.Engine.Caching;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Caching;

public sealed class CacheKeyTests : IDisposable
{
    private static readonly VideoInput Input = new("/v/a.mp4");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, VideoRequest> Variants => new()
    {
        { "scenes", new SceneRequest() },
        { "detector", new SceneRequest { Scenes = new SceneOptions { Detector = SceneDetector.Content } } },
        { "threshold", new SceneRequest { Scenes = new SceneOptions { Threshold = 27 } } },
        { "minimum", new SceneRequest { Scenes = new SceneOptions { MinimumLength = TimeSpan.FromSeconds(1) } } },
        { "merge", new SceneRequest { Scenes = new SceneOptions { MergeShort = true } } },
        { "fallback", new SceneRequest { Scenes = new SceneOptions { FallbackLength = TimeSpan.FromSeconds(5) } } },
        { "speed", new SceneRequest { Engine = new EngineOptions { Speed = SpeedMode.Exact } } },
        { "hardware", new SceneRequest { Engine = new EngineOptions { HardwareAcceleration = Enum.GetValues<HardwareAcceleration>()[^1] } } },
        { "crop", new CropRequest() },
        { "aspect", new CropRequest { Crop = new CropOptions { Aspect = new AspectRatio(9, 16) } } },
        { "grid", new CropRequest { Crop = new CropOptions { Grid = 6 } } },
        { "template", new TemplateRequest { Template = Visual } },
        { "template without scenes", new TemplateRequest { Template = Visual with { SkipScenes = true } } },
        { "two", new CompositeRequest { Parts = [new SceneRequest(), new CropRequest()] } },
        { "two, the other way", new CompositeRequest { Parts = [new CropRequest(), new SceneRequest()] } },
    };

    private static TemplateOptions Visual => new() { SkipText = true, SkipSpeech = true };

    [Fact]
    public void Of_EveryVariant_IsAnotherKey()
    {
        var keys = Variants.Select(v => CacheKey.Of((VideoRequest)v[1], Input, "identity", null, null)).ToList();

        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Of_RangeFileAndDevice_AreInTheKey()
    {
        var request = new SceneRequest();
        string?[] keys =
        [
            CacheKey.Of(request, Input, "identity", null, null),
            CacheKey.Of(request, Input, "another", null, null),
            CacheKey.Of(request, Input with { From = TimeSpan.FromSeconds(1) }, "identity", null, null),
            CacheKey.Of(request, Input with { To = TimeSpan.FromSeconds(1) }, "identity", null, null),
            CacheKey.Of(request, Input with { SceneIndex = 1 }, "identity", null, null),
            CacheKey.Of(request, Input, "identity", InferenceDevice.Cuda, null),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Of_WhatDoesNotChangeResults_IsNotInTheKey()
    {
        var options = new EngineOptions { ThrottleLimit = 7, Unordered = true, Cache = CacheMode.Refresh, StallTimeout = TimeSpan.FromSeconds(3) };

        Assert.Equal(
            CacheKey.Of(new SceneRequest(), Input, "identity", null, null),
            CacheKey.Of(new SceneRequest { Engine = options }, Input with { FullName = "/other/b.mp4" }, "identity", null, null));
    }

    [Fact]
    public void Of_AnotherModelFile_IsAnotherKey_AndWithoutModelsThereIsNone()
    {
        var request = new TextRequest();
        _folder.File("det.onnx");
        _folder.File("rec.onnx");

        Assert.NotNull(Key("1"));
        Assert.NotEqual(Key("1"), Key("2"));
        Assert.Null(CacheKey.Of(request, Input, "identity", InferenceDevice.Cpu, null));
        File.Delete(Path.Combine(_folder.Path, "det.onnx"));
        Assert.Null(Key("1"));

        string? Key(string hash) => CacheKey.Of(request, Input, "identity", InferenceDevice.Cpu, Catalogue(hash));
    }

    [Fact]
    public void Of_Info_IsNone() => Assert.Null(CacheKey.Of(new InfoRequest(), Input, "identity", null, null));

    private ModelCatalogue Catalogue(string hash)
    {
        ModelEntry Entry(ModelKind kind, string file, string sha) => new(
            file, kind, true, "MIT", "p", "1", [new ModelFile(file, "model", 1, sha)], new Dictionary<string, string>());
        return new ModelCatalogue(
            [Entry(ModelKind.TextDetection, "det.onnx", hash), Entry(ModelKind.TextRecognition, "rec.onnx", "9")], _ => _folder.Path);
    }
}

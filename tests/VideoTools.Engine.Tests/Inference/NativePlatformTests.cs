using VideoTools.Engine.Inference;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Inference;

public sealed class NativePlatformTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("module/VideoTools.psd1")]
    [InlineData("docs/decisions/0009-onnx-runtime.md")]
    public void All_AreNamedWhereUsersLook(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, file));

        Assert.All(NativePlatform.All, platform => Assert.Contains(platform, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Here_IsAPlatformOfThePackage_WhereModelsRun()
    {
        NativeRuntime.EnsureLoaded();

        Assert.Contains(NativePlatform.Here, NativePlatform.All);
    }
}

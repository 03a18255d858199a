using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public sealed class CacheLocationTests
{
    [Fact]
    public void Find_WhereTheVariableNamesADirectory_IsIt() =>
        Assert.Equal(Path.GetFullPath("/somewhere/else"), CacheLocation.Find(n => n == CacheLocation.DirectoryVariable ? "/somewhere/else" : null));

    [Fact]
    public void Find_WithARelativeXdgPath_IgnoresIt() =>
        Assert.True(Path.IsPathFullyQualified(CacheLocation.Find(n => n == "XDG_CACHE_HOME" ? "relative" : null)));

    [Theory]
    [InlineData(null, 512)]
    [InlineData("16", 16)]
    [InlineData("0", 0)]
    [InlineData("-1", 512)]
    [InlineData("much", 512)]
    public void Limit_IsInMebibytes(string? text, long megabytes) => Assert.Equal(megabytes << 20, CacheLocation.Limit(_ => text));
}

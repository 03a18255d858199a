using System.Management.Automation;

namespace VideoTools.PowerShell.Tests.Binding;

public sealed class ErrorMappingTests
{
    [Fact]
    public void GetCategory_EveryIdButInternalError_IsPrecise() => Assert.All(
        Enum.GetValues<VideoErrorId>().Where(id => id != VideoErrorId.InternalError),
        id => Assert.NotEqual(ErrorCategory.NotSpecified, ErrorMapping.GetCategory(Error(id))));

    [Theory]
    [InlineData(VideoErrorId.FileNotFound, ErrorCategory.ObjectNotFound)]
    [InlineData(VideoErrorId.FileUnreadable, ErrorCategory.OpenError)]
    [InlineData(VideoErrorId.InvalidVideo, ErrorCategory.InvalidData)]
    [InlineData(VideoErrorId.DecoderStalled, ErrorCategory.OperationTimeout)]
    [InlineData(VideoErrorId.DecoderMissing, ErrorCategory.NotInstalled)]
    [InlineData(VideoErrorId.OutputExists, ErrorCategory.ResourceExists)]
    public void GetCategory_Id_GivesItsCategory(VideoErrorId id, ErrorCategory category) =>
        Assert.Equal(category, ErrorMapping.GetCategory(Error(id)));

    [Fact]
    public void GetCategory_AccessDenied_IsPermissionDenied() => Assert.Equal(
        ErrorCategory.PermissionDenied,
        ErrorMapping.GetCategory(Error(VideoErrorId.FileUnreadable) with { Exception = new UnauthorizedAccessException() }));

    private static VideoError Error(VideoErrorId id) => new(id, "/d/f.mp4", "m", "r");
}

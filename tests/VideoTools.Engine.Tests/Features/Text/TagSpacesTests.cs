using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TagSpacesTests
{
    [Theory]
    [InlineData("# MondayMotivation", "#MondayMotivation")]
    [InlineData("with # MondayMotivation", "with #MondayMotivation")]
    [InlineData("@ john_doe", "@john_doe")]
    [InlineData("info@ my-site.co.uk", "info@my-site.co.uk")]
    [InlineData("info @ my-site. co.uk", "info@my-site.co.uk")]
    [InlineData("https: //example.com", "https://example.com")]
    [InlineData("www. example. com", "www.example.com")]
    [InlineData("# 1 hit", "# 1 hit")]
    [InlineData("lunch @ noon", "lunch @ noon")]
    [InlineData("C# and F# for all", "C# and F# for all")]
    [InlineData("Write to a@b.de. Then wait", "Write to a@b.de. Then wait")]
    public void Close_Line_LosesOnlySpacesInsideOfTags(string line, string expected) => Assert.Equal(expected, TagSpaces.Close(line));
}

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
    [InlineData("00 : 00 : 02 .500", "00:00:02.500")]
    [InlineData("TC 01: 00: 00: 18", "TC 01:00:00:18")]
    [InlineData("10:00 :00; 12", "10:00:00;12")]
    [InlineData("1 : 02 : 03", "1:02:03")]
    [InlineData("Home 2 : 1 Away", "Home 2 : 1 Away")]
    [InlineData("1 : 2 : 3", "1 : 2 : 3")]
    [InlineData("at 1:02:03. 4 people", "at 1:02:03. 4 people")]
    [InlineData("# 1 hit", "# 1 hit")]
    [InlineData("lunch @ noon", "lunch @ noon")]
    [InlineData("C# and F# for all", "C# and F# for all")]
    [InlineData("Write to a@b.de. Then wait", "Write to a@b.de. Then wait")]
    public void Close_Line_LosesOnlySpacesInsideOfTags(string line, string expected) => Assert.Equal(expected, TagSpaces.Close(line));
}

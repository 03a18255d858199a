using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoTools.Help;

namespace VideoTools.PowerShell.Tests.ModuleFiles;

public sealed partial class ViewTests
{
    private static readonly XDocument Format = ViewFiles.Format();
    private static readonly XDocument Types = ViewFiles.TypeData();

    public static TheoryData<string> OutputTypes => [.. Repository.Commands.SelectMany(command => command.OutputTypes)
        .Where(type => type.StartsWith("VideoTools.", StringComparison.Ordinal)).Distinct()];

    public static TheoryData<string> ViewTypes => [.. Format.Descendants("TypeName").Select(name => name.Value).Distinct()];

    [Theory]
    [MemberData(nameof(OutputTypes))]
    public void TableView_OfEveryOutput_Exists(string type) => Assert.Contains(
        Format.Descendants("View"),
        view => view.Descendants("TypeName").Any(name => name.Value == type) && view.Element("TableControl") is not null);

    [Theory]
    [MemberData(nameof(OutputTypes))]
    public void DisplaySet_OfEveryOutput_NamesItsProperties(string type)
    {
        var names = Types.Descendants("Type").Single(element => element.Element("Name")!.Value == type)
            .Descendants("ReferencedProperties").Single().Elements("Name").Select(name => name.Value).ToArray();

        Assert.NotEmpty(names);
        Assert.All(names, name => AssertProperty(type, name));
    }

    [Theory]
    [MemberData(nameof(ViewTypes))]
    public void Properties_OfEveryView_ExistOnTheRecord(string type)
    {
        foreach (var view in Format.Descendants("View").Where(view => view.Descendants("TypeName").Any(name => name.Value == type)))
        {
            var plain = view.Descendants("PropertyName").Select(name => name.Value);
            var inScripts = view.Descendants("ScriptBlock").SelectMany(script => Used().Matches(script.Value)).Select(use => use.Groups[1].Value);

            Assert.All(plain.Concat(inScripts), name => AssertProperty(type, name));
        }
    }

    [Fact]
    public void TableViews_HeadersAndItems_AreEqualInNumber() => Assert.All(
        Format.Descendants("TableControl"),
        table => Assert.Equal(table.Descendants("TableColumnHeader").Count(), table.Descendants("TableColumnItem").Count()));

    [Fact]
    public void TableViews_FixedColumns_LeaveRoomIn80() => Assert.All(
        Format.Descendants("TableHeaders"),
        table => Assert.True(table.Descendants("Width").Sum(width => (int)width + 1) <= 80, table.Parent!.Parent!.Element("Name")!.Value));

    [Fact]
    public void Times_InTables_AreShortAndTheSameInEveryCulture()
    {
        var times = typeof(VideoScene).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(TimeSpan)).Select(property => property.Name).ToHashSet();

        Assert.DoesNotContain(Format.Descendants("PropertyName"), name => times.Contains(name.Value));
        Assert.Equal("00:01:02.500", TimeText.Format(TimeSpan.FromSeconds(62.5)));
        Assert.Equal("1.00:00:00.000", TimeText.Format(TimeSpan.FromDays(1)));
        Assert.Equal("-00:00:01.000", TimeText.Format(TimeSpan.FromSeconds(-1)));
    }

    private static void AssertProperty(string type, string name) =>
        Assert.True(typeof(VideoScene).Assembly.GetType(type)?.GetProperty(name) is not null, $"{type} has no {name}");

    [GeneratedRegex(@"\$_\.(\w+)")]
    private static partial Regex Used();
}

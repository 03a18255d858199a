using System.Management.Automation;
using System.Reflection;
using VideoTools.Help;

namespace VideoTools.PowerShell.Tests.Commands;

public sealed class CmdletConventionTests
{
    public static TheoryData<CommandModel> Commands => [.. Repository.Commands];

    public static TheoryData<CommandModel> VideoCommands =>
        [.. FileCommands.Where(command => !IsOfRows(command))];

    // The cache is looked up by names of files that may be gone: all entries when there is no name.
    private static IEnumerable<CommandModel> FileCommands => Repository.Commands
        .Where(command => command.Name != "Get-VideoCache" && command.Parameters.Any(parameter => parameter.Name == "LiteralPath"));

    // What works on rows takes whatever is piped by itself, files among them.
    private static bool IsOfRows(CommandModel command) => command.Parameters
        .Single(parameter => parameter.Name == "LiteralPath").Sets.All(set => !set.ByPropertyName);

    [Fact]
    public void Commands_OfTheModule_AreAllSeen() => Assert.True(Repository.Commands.Count >= 27);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Verb_OfEveryCmdlet_IsApproved(CommandModel command)
    {
        // The approved verbs are the constants of the Verbs classes.
        var approved = typeof(Cmdlet).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToArray();

        Assert.Contains("ConvertTo", approved);
        Assert.Contains(command.Verb, approved);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Noun_OfEveryCmdlet_IsSingularPascalCase(CommandModel command) =>
        Assert.Matches("^([A-Z][a-z]+)+(?<!(?<!si)s)$", command.Noun); // "Analysis" is singular.

    [Theory]
    [MemberData(nameof(Commands))]
    public void Parameters_OfEveryCmdlet_AreSingularPascalCase(CommandModel command) =>
        Assert.All(command.Parameters, parameter => Assert.Matches("^([A-Z][a-z]+)+(?<!(?<!s)s)$", parameter.Name)); // "Brightness" is singular.

    [Theory]
    [MemberData(nameof(Commands))]
    public void Type_OfEveryCmdlet_IsNamedAfterIt(CommandModel command) => Assert.Contains(
        Repository.CmdletTypes,
        type => type.Name == command.Verb + command.Noun + "Command" && type.IsSealed);

    [Theory]
    [MemberData(nameof(Commands))]
    public void OutputTypes_OfEveryCmdlet_AreRecordsOfCore(CommandModel command)
    {
        Assert.NotEmpty(command.OutputTypes);

        // An export gives what it wrote; with -PassThru it may say more of it.
        Assert.All(
            command.OutputTypes.Where(output => command.Verb != "Export" || output != "System.IO.FileInfo"),
            output => Assert.NotNull(typeof(VideoInfo).Assembly.GetType(output)));
        Assert.True(command.Verb != "Export" || command.OutputTypes.Contains("System.IO.FileInfo"));
    }

    [Fact]
    public void PathParameters_CmdletsOnFiles_AreAllSeen() => Assert.True(VideoCommands.Count >= 13);

    [Theory]
    [MemberData(nameof(VideoCommands))]
    public void Path_OfEveryCmdletOnFiles_TakesWildcardsAndPipedStrings(CommandModel command)
    {
        var path = command.Parameters.Single(parameter => parameter.Name == "Path");

        Assert.Equal(typeof(string[]), path.Type);
        Assert.True(path.SupportsWildcards);
        Assert.Empty(path.Aliases);
        Assert.Equal(new ParameterSetModel("Path", IsMandatory: true, Position: 0, ByValue: true, ByPropertyName: false), Assert.Single(path.Sets));
        Assert.Equal("Path", command.DefaultSet);
    }

    [Theory]
    [MemberData(nameof(VideoCommands))]
    public void LiteralPath_OfEveryCmdletOnFiles_TakesPipedFiles(CommandModel command)
    {
        var path = command.Parameters.Single(parameter => parameter.Name == "LiteralPath");

        Assert.Equal(typeof(string[]), path.Type);
        Assert.False(path.SupportsWildcards);
        Assert.Equal(["PSPath", "FullName", "LP"], path.Aliases);
        Assert.Equal(
            new ParameterSetModel("LiteralPath", IsMandatory: true, Position: null, ByValue: false, ByPropertyName: true),
            Assert.Single(path.Sets));
    }

    [Theory]
    [MemberData(nameof(VideoCommands))]
    public void PropertyNameBinding_BesideTheFile_NeedsNoConversion(CommandModel command) => Assert.All(
        command.Parameters.Where(parameter => parameter.Name != "LiteralPath" && parameter.Sets.Any(set => set.ByPropertyName)),
        parameter =>
        {
            // What PowerShell has to convert keeps it from binding the file of the same object.
            var property = Repository.CmdletTypes.Single(type => type.Name == command.Verb + command.Noun + "Command").GetProperty(parameter.Name)!;
            if (Nullable.GetUnderlyingType(property.PropertyType) == typeof(TimeSpan))
            {
                AssertHas<FlexibleTimeAttribute>(property);
            }
            else
            {
                Assert.Equal(typeof(int?), property.PropertyType);
                AssertHas<FlexibleWholeAttribute>(property);
            }
        });

    [Theory]
    [InlineData("Get-VideoNiche")]
    [InlineData("Measure-VideoNiche")]
    [InlineData("Compare-VideoNiche")]
    [InlineData("Get-VideoNicheRecommendation")]
    public void LiteralPath_OfEveryCmdletOnRows_IsASetOfItsOwn(string name)
    {
        var command = Repository.Commands.Single(command => command.Name == name);

        Assert.True(IsOfRows(command));
        Assert.Equal(["PSPath", "FullName", "LP"], command.Parameters.Single(parameter => parameter.Name == "LiteralPath").Aliases);
        Assert.Contains(command.Parameters.Single(parameter => parameter.Name == "InputObject").Sets, set => set.ByValue);
    }

    [Fact]
    public void TimesAndNumbers_OfEveryCmdlet_AreReadInAnyCulture()
    {
        var properties = Repository.CmdletTypes.SelectMany(type => type.GetProperties())
            .Where(property => property.GetCustomAttributesData().Any(data => data.AttributeType == typeof(ParameterAttribute)))
            .Select(property => (property, type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .ToArray();

        Assert.Contains(properties, pair => pair.type == typeof(TimeSpan));
        Assert.All(properties.Where(pair => pair.type == typeof(TimeSpan)), pair => AssertHas<FlexibleTimeAttribute>(pair.property));
        Assert.All(properties.Where(pair => pair.type == typeof(double)), pair => AssertHas<FlexibleNumberAttribute>(pair.property));
    }

    [Fact]
    public void WritingCmdlets_SupportShouldProcess() => Assert.All(
        Repository.Commands.Where(command =>
            command.Verb is "Export" or "Clear" || command.Parameters.Any(parameter => parameter.Name == "OutputDirectory")),
        command => Assert.True(command.SupportsShouldProcess));

    private static void AssertHas<T>(PropertyInfo property) =>
        Assert.Contains(property.GetCustomAttributesData(), data => data.AttributeType == typeof(T));
}

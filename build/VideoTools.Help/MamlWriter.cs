using System.Globalization;
using System.Xml.Linq;

namespace VideoTools.Help;

/// <summary>Writes the MAML that Get-Help reads: types, positions and pipeline from the cmdlets, texts from the pages.</summary>
public static class MamlWriter
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The document of all commands.</summary>
    public static XDocument Write(IReadOnlyList<CommandModel> commands, HelpLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return new XDocument(new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            commands.Select(command => WriteCommand(command, library.CommandPages[command.Name], library))));
    }

    private static XElement WriteCommand(CommandModel command, HelpPage page, HelpLibrary library) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", command.Name),
            new XElement(Command + "verb", command.Verb),
            new XElement(Command + "noun", command.Noun),
            Description(page.Text("SYNOPSIS"))),
        Description(page.Text("DESCRIPTION")),
        new XElement(Command + "syntax", SetNames(command).Select(set => WriteSyntax(command, set, page, library))),
        new XElement(
            Command + "parameters",
            AllParameters(command).Select(parameter => WriteParameter(parameter, parameter.Sets[0], page, library, isSyntax: false))),
        new XElement(Command + "inputTypes", page.Entries("INPUTS").Select(entry => Typed("inputType", entry))),
        new XElement(Command + "returnValues", page.Entries("OUTPUTS").Select(entry => Typed("returnValue", entry))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Text("NOTES")))),
        new XElement(Command + "examples", page.Entries("EXAMPLES").Select(WriteExample)),
        new XElement(
            Command + "relatedLinks", OnlineLink(command), page.Text("RELATED LINKS").Split('\n').Select(WriteLink)));

    private static string?[] SetNames(CommandModel command)
    {
        string?[] names =
        [
            .. command.Parameters.SelectMany(parameter => parameter.Sets).Select(set => set.Set)
                .OfType<string>().Distinct().OrderByDescending(name => name == command.DefaultSet),
        ];
        return names.Length == 0 ? [null] : names;
    }

    private static IEnumerable<ParameterModel> AllParameters(CommandModel command) => command.SupportsShouldProcess
        ? command.Parameters.Concat(HelpChecker.ShouldProcessParameters.Select(Added))
        : command.Parameters;

    // PowerShell adds these at run time; the type's name is what makes it a switch in the text.
    private static ParameterModel Added(string name) => new(name, typeof(System.Management.Automation.SwitchParameter))
    {
        Aliases = [name == "WhatIf" ? "wi" : "cf"],
        Sets = [new ParameterSetModel(null, false, null, false, false)],
    };

    private static XElement WriteSyntax(CommandModel command, string? set, HelpPage page, HelpLibrary library) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", command.Name),
        AllParameters(command)
            .Select(parameter => (Parameter: parameter, Set: parameter.Sets.FirstOrDefault(s => s.Set is null || set is null || s.Set == set)))
            .Where(pair => pair.Set is not null)
            .Select(pair => WriteParameter(pair.Parameter, pair.Set!, page, library, isSyntax: true)));

    private static XElement WriteParameter(
        ParameterModel parameter, ParameterSetModel set, HelpPage page, HelpLibrary library, bool isSyntax)
    {
        var entry = library.FindParameter(page, parameter.Name)!;
        var pipeline = isSyntax ? set : parameter.Sets.FirstOrDefault(s => s.ByValue || s.ByPropertyName) ?? set;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", set.IsMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
            new XAttribute("globbing", parameter.SupportsWildcards ? "true" : "false"),
            new XAttribute("pipelineInput", pipeline.PipelineInput),
            new XAttribute("position", set.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Description(entry.Prose),
            isSyntax && parameter.Values.Count > 0
                ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => Value(value)))
                : null,
            isSyntax && parameter.IsSwitch ? null : Value(parameter.TypeName),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : PlainText.Strip(entry.Default)));
    }

    private static XElement Value(string text) =>
        new(Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), text);

    private static XElement Typed(string element, HelpEntry entry) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", entry.Heading), new XElement(Maml + "uri")),
        Description(entry.Prose));

    private static XElement WriteExample(HelpEntry entry) => new(
        Command + "example",
        new XElement(Maml + "title", $"--- {PlainText.Strip(entry.Heading)} ---"),
        new XElement(Dev + "code", entry.Code),
        // The empty paragraph is the blank line before the next example.
        new XElement(Dev + "remarks", Paragraphs(entry.Prose), new XElement(Maml + "para")));

    // Get-Help -Online opens it.
    private static XElement OnlineLink(CommandModel command) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", "Online Version:"),
        new XElement(Maml + "uri", command.HelpUri));

    private static XElement WriteLink(string line) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", PlainText.Strip(line.TrimStart('-', ' '))),
        new XElement(Maml + "uri"));

    private static XElement Description(string markdown) => new(Maml + "description", Paragraphs(markdown));

    private static IEnumerable<XElement> Paragraphs(string markdown) =>
        PlainText.Paragraphs(markdown).Select(text => new XElement(Maml + "para", text));
}

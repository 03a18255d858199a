// Method: reflection over the compiled module. Attributes are read as data (CustomAttributeData), never created: the package that
// stands in for System.Management.Automation has signatures without bodies.
using System.Reflection;

namespace VideoTools.Help;

/// <summary>Reads the cmdlets of a module's assembly.</summary>
public static class CommandReader
{
    private const string AllSets = "__AllParameterSets";

    /// <summary>The public cmdlets, ordered by name.</summary>
    public static IReadOnlyList<CommandModel> Read(string assemblyPath) => Read(Assembly.LoadFrom(Path.GetFullPath(assemblyPath)));

    /// <summary>The public cmdlets, ordered by name.</summary>
    public static IReadOnlyList<CommandModel> Read(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract)
            .Select(type => (Type: type, Cmdlet: Find(type, "CmdletAttribute").FirstOrDefault()))
            .Where(pair => pair.Cmdlet is not null)
            .Select(pair => ToCommand(pair.Type, pair.Cmdlet!))
            .OrderBy(command => command.Name, StringComparer.Ordinal),
    ];

    private static CommandModel ToCommand(Type type, CustomAttributeData cmdlet) =>
        new((string)cmdlet.ConstructorArguments[0].Value!, (string)cmdlet.ConstructorArguments[1].Value!)
        {
            DefaultSet = Named(cmdlet, "DefaultParameterSetName") as string,
            SupportsShouldProcess = Named(cmdlet, "SupportsShouldProcess") is true,
            HelpUri = Named(cmdlet, "HelpUri") as string ?? "",
            OutputTypes =
            [
                .. Find(type, "OutputTypeAttribute")
                    .SelectMany(output => (IReadOnlyCollection<CustomAttributeTypedArgument>)output.ConstructorArguments[0].Value!)
                    .Select(argument => ((Type)argument.Value!).FullName!),
            ],
            Parameters =
            [
                .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => Find(property, "ParameterAttribute").Any())
                    .Select(ToParameter)
                    .OrderBy(parameter => parameter.Sets.Min(set => set.Position ?? int.MaxValue))
                    .ThenByDescending(parameter => parameter.Sets.Any(set => set.IsMandatory))
                    .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
            ],
        };

    private static ParameterModel ToParameter(PropertyInfo property) => new(property.Name, property.PropertyType)
    {
        Aliases =
        [
            .. Find(property, "AliasAttribute")
                .SelectMany(alias => (IReadOnlyCollection<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!)
                .Select(argument => (string)argument.Value!),
        ],
        SupportsWildcards = Find(property, "SupportsWildcardsAttribute").Any(),
        Sets =
        [
            .. Find(property, "ParameterAttribute").Select(attribute => new ParameterSetModel(
                Named(attribute, "ParameterSetName") is string set && set != AllSets ? set : null,
                Named(attribute, "Mandatory") is true,
                Named(attribute, "Position") is int position and >= 0 ? position : null,
                Named(attribute, "ValueFromPipeline") is true,
                Named(attribute, "ValueFromPipelineByPropertyName") is true)),
        ],
    };

    private static IEnumerable<CustomAttributeData> Find(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute);

    private static object? Named(CustomAttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}

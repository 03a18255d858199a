using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace VideoTools.Architecture.Tests;

/// <summary>What the types of an assembly use, read from its metadata and its code.</summary>
internal sealed class AssemblyModel
{
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);

    private AssemblyModel(ModuleDefinition module)
    {
        Module = module;
        foreach (var type in module.GetAllTypes().Where(type => type.FullName != "<Module>"))
        {
            var owner = OutermostOf(type).FullName;
            if (!_uses.TryGetValue(owner, out var uses))
            {
                _uses.Add(owner, uses = new HashSet<string>(StringComparer.Ordinal));
            }

            uses.UnionWith(References(type).SelectMany(Flatten).Select(used => OutermostOf(used).FullName.Split('`')[0]));
        }
    }

    public static AssemblyModel Core { get; } = Load("VideoTools.Core.dll");

    public static AssemblyModel Engine { get; } = Load("VideoTools.Engine.dll");

    public static AssemblyModel Cli { get; } = Load("videotools.dll");

    public static AssemblyModel PowerShell { get; } = Load("VideoTools.PowerShell.dll");

    public ModuleDefinition Module { get; }

    /// <summary>The types that are written as such, by full name, with the full names of those they use.</summary>
    public IEnumerable<(string Type, IReadOnlySet<string> Uses)> Types => _uses.Select(pair => (pair.Key, (IReadOnlySet<string>)pair.Value));

    /// <summary>"type -> used type" for every use that starts in one namespace (or below) and ends in a forbidden name (or below).</summary>
    public IEnumerable<string> Find(string start, params string[] forbidden) =>
        from pair in Types
        where IsBelow(pair.Type, start)
        from used in pair.Uses
        where forbidden.Any(name => IsBelow(used, name))
        select $"{pair.Type} -> {used}";

    public static bool IsBelow(string name, string ancestor) =>
        name == ancestor || name.StartsWith(ancestor + ".", StringComparison.Ordinal);

    private static AssemblyModel Load(string file)
    {
        var directory = AppContext.BaseDirectory;
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(directory);
        return new AssemblyModel(ModuleDefinition.ReadModule(Path.Combine(directory, file), new ReaderParameters { AssemblyResolver = resolver }));
    }

    private static TypeReference OutermostOf(TypeReference type) => type.DeclaringType is { } outer ? OutermostOf(outer) : type;

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        IEnumerable<TypeReference?> declared =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Methods.SelectMany(InSignature),
            .. type.Methods.Where(method => method.HasBody).SelectMany(InBody),
        ];
        return declared.OfType<TypeReference>();
    }

    private static IEnumerable<TypeReference?> InSignature(MethodDefinition method) =>
        [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> InBody(MethodDefinition method)
    {
        var inCode = method.Body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            MethodReference called => new TypeReference?[] { called.DeclaringType, called.ReturnType },
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        });
        return [.. inCode, .. method.Body.Variables.Select(variable => variable.VariableType)];
    }

    // A list of frames uses lists and frames.
    private static IEnumerable<TypeReference> Flatten(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Flatten)],
        TypeSpecification wrapped => Flatten(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}

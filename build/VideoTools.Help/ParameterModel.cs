namespace VideoTools.Help;

/// <summary>A parameter of a cmdlet.</summary>
public sealed record ParameterModel(string Name, Type Type)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool SupportsWildcards { get; init; }

    public IReadOnlyList<ParameterSetModel> Sets { get; init; } = [];

    /// <summary>The type as a user writes it: no namespace, no Nullable.</summary>
    public string TypeName => (Nullable.GetUnderlyingType(Type) ?? Type).Name;

    public bool IsSwitch => Type.Name == "SwitchParameter";

    /// <summary>Names of the values where the type is an enum.</summary>
    public IReadOnlyList<string> Values =>
        (Nullable.GetUnderlyingType(Type) ?? Type) is { IsEnum: true } type ? Enum.GetNames(type) : [];
}

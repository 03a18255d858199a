// Reflection, once a type: a record of 47 columns costs a few milliseconds the first time (docs/decisions/0017). Columns come in the order
// of their declaration, those of a base record first. A record is built through its constructor (the parameterless one, or the one whose
// parameters are columns), so that what no value is given for has its default.
using System.Collections.Concurrent;
using System.Reflection;

namespace VideoTools;

/// <summary>The columns of a type of record or options, as declared on it.</summary>
public sealed class RecordSchema
{
    private static readonly ConcurrentDictionary<Type, RecordSchema> Cache = new();

    private readonly Dictionary<string, RecordColumn> _byName;
    private readonly ConstructorInfo _constructor;
    private readonly ParameterInfo[] _parameters;

    private RecordSchema(Type type)
    {
        Type = type;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(NoColumnAttribute)))
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken).ToArray();
        var names = properties.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters().All(p => names.Contains(p.Name!)))
            .MinBy(c => c.GetParameters().Length)
            ?? throw new ArgumentException($"{type.Name} has no constructor that takes its columns.", nameof(type));
        _parameters = _constructor.GetParameters();
        Columns =
        [
            .. properties.Select(property => new RecordColumn(property)
            {
                IsComputed = !property.CanWrite && !_parameters.Any(p => property.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)),
            }),
        ];
        _byName = Columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>The schema of a type. Thread-safe.</summary>
    /// <exception cref="ArgumentException">The type has no constructor that takes its columns.</exception>
    public static RecordSchema Of(Type type) => Cache.GetOrAdd(type, t => new RecordSchema(t));

    /// <summary>The schema of a type. Thread-safe.</summary>
    public static RecordSchema Of<T>() => Of(typeof(T));

    /// <summary>The column of a name in any case; null when there is none.</summary>
    public RecordColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A copy of a record that has the values of another one wherever both have a column of the same name.</summary>
    public static T With<T>(T record, object other)
        where T : class
    {
        var (schema, others) = (Of<T>(), Of(other.GetType()));
        return (T)schema.Create(schema.Columns.Where(column => !column.IsComputed).ToDictionary(
            column => column.Name,
            column => others.Find(column.Name) is { } same ? same.Get(other) : column.Get(record)));
    }

    /// <summary>A new record.</summary>
    /// <param name="values">Values by the column's name, of the column's type; a column that is not there keeps its default.</param>
    public object Create(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var arguments = Array.ConvertAll(
            _parameters, p => values.TryGetValue(_byName[p.Name!].Name, out var value) ? value : DefaultOf(p));
        var record = _constructor.Invoke(arguments);
        foreach (var column in Columns)
        {
            if (values.TryGetValue(column.Name, out var value))
            {
                column.Set(record, value);
            }
        }

        return record;
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) ? ""
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}

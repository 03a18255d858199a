using System.Reflection;
using System.Runtime.CompilerServices;

namespace VideoTools;

/// <summary>One column of a record.</summary>
public sealed class RecordColumn
{
    private readonly PropertyInfo _property;
    private readonly Lazy<bool> _takesNull;

    internal RecordColumn(PropertyInfo property)
    {
        _property = property;
        _takesNull = new Lazy<bool>(() => property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : new NullabilityInfoContext().Create(property).WriteState != NullabilityState.NotNull);
        Declaration = property.GetCustomAttribute<ColumnAttribute>() ?? new ColumnAttribute();
        IsRequired = Declaration.Presence == ColumnPresence.Required
            || (Declaration.Presence == ColumnPresence.AsDeclared && property.IsDefined(typeof(RequiredMemberAttribute)));
    }

    /// <summary>Name of the property.</summary>
    public string Name => _property.Name;

    /// <summary>Type of the property.</summary>
    public Type Type => _property.PropertyType;

    /// <summary>Type of a value: the property's type without its "?".</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>What is said about it.</summary>
    public ColumnAttribute Declaration { get; }

    /// <summary>Characters in a table; 0 leaves the column out there.</summary>
    public int Width => Declaration.Width;

    /// <summary>True for a number by which videos are measured and compared.</summary>
    public bool IsMeasure => Declaration.IsMeasure;

    /// <summary>True when a row must have a value.</summary>
    public bool IsRequired { get; }

    /// <summary>True for what follows from other columns: it is written, and never read.</summary>
    public bool IsComputed { get; internal init; }

    /// <summary>True when null is a value of it.</summary>
    public bool TakesNull => _takesNull.Value;

    /// <summary>The value in a record.</summary>
    public object? Get(object record) => _property.GetValue(record);

    /// <summary>Sets the value in a record that nothing else has seen yet; what the constructor took is set already.</summary>
    public void Set(object record, object? value)
    {
        if (_property.CanWrite)
        {
            _property.SetValue(record, value);
        }
    }
}

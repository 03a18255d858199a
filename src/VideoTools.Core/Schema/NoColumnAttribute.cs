namespace VideoTools;

/// <summary>Keeps a property that only helps the code from being a column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoColumnAttribute : Attribute;

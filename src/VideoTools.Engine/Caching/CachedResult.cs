namespace VideoTools.Engine.Caching;

/// <summary>What a finished analysis said.</summary>
/// <param name="FullName">The file.</param>
/// <param name="Analysis">Which analysis.</param>
/// <param name="Records">The records in their order.</param>
/// <param name="Warnings">What the user was told about this file.</param>
internal sealed record CachedResult(string FullName, string Analysis, IReadOnlyList<object> Records, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// The result of the same file where it lies now. Of an entry just read only: its records get the new name in place.
    /// </summary>
    public CachedResult MoveTo(string fullName)
    {
        if (fullName == FullName)
        {
            return this;
        }

        foreach (var record in Records)
        {
            RecordSchema.Of(record.GetType()).Find(nameof(FullName))?.Set(record, fullName);
        }

        return this with
        {
            FullName = fullName,
            Warnings = [.. Warnings.Select(warning => warning.Replace(FullName, fullName, StringComparison.Ordinal))],
        };
    }
}

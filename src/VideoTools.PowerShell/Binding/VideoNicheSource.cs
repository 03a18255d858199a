namespace VideoTools.PowerShell;

/// <summary>What the cmdlets about niches take from the pipeline: records of niches and templates, and rows of CSV files.</summary>
internal static class VideoNicheSource
{
    /// <summary>Reads one object.</summary>
    /// <param name="item">A <see cref="VideoNiche"/>, a <see cref="VideoTemplate"/>, or anything with their properties.</param>
    /// <param name="input">Reads rows.</param>
    /// <param name="problem">What is wrong; empty when there is a result.</param>
    /// <returns>The row; null when the object is none.</returns>
    public static VideoNiche? Read(PSObject item, INicheInput input, out string problem)
    {
        problem = "";
        switch (item.BaseObject)
        {
            case VideoNiche niche:
                return niche;
            case VideoTemplate template:
                return input.FromTemplate(template);
            default:
                return input.TryReadRow(PlainValue.Getter(item), out var row, out problem) ? row : null;
        }
    }

    /// <summary>The path that an object stands for: a file, a directory, or text; null for everything else.</summary>
    public static string? GetPath(PSObject item) => item.BaseObject switch
    {
        FileSystemInfo file => file.FullName,
        string text => text,
        _ => null,
    };
}

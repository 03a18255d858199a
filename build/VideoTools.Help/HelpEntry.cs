namespace VideoTools.Help;

/// <summary>One parameter, example, input or output of a page.</summary>
/// <param name="Heading">Its level 3 heading.</param>
/// <param name="Body">The Markdown below it.</param>
public sealed record HelpEntry(string Heading, string Body)
{
    private const string DefaultMark = "Default: ";

    /// <summary>The lines inside of the first code fence; empty when there is none.</summary>
    public string Code => string.Join('\n', Body.Split('\n')
        .SkipWhile(line => !IsFence(line)).Skip(1).TakeWhile(line => !IsFence(line)));

    /// <summary>Everything outside of the first code fence, without the line that tells the default.</summary>
    public string Prose
    {
        get
        {
            var lines = Body.Split('\n').Where(line => !line.StartsWith(DefaultMark, StringComparison.Ordinal)).ToList();
            var start = lines.FindIndex(IsFence);
            var end = start < 0 ? -1 : lines.FindIndex(start + 1, IsFence);
            if (end >= 0)
            {
                lines.RemoveRange(start, end - start + 1);
            }

            return string.Join('\n', lines).Trim();
        }
    }

    /// <summary>What the line "Default: ..." says, or "None".</summary>
    public string Default => Body.Split('\n')
        .Where(line => line.StartsWith(DefaultMark, StringComparison.Ordinal))
        .Select(line => line[DefaultMark.Length..].Trim())
        .FirstOrDefault("None");

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal);
}

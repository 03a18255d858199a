namespace VideoTools.PowerShell;

/// <summary>Reads rows of a CSV file that a report can show. A new kind of row adds one line here.</summary>
internal static class ReportRowReader
{
    /// <summary>Reads one row.</summary>
    /// <param name="property">The value of a column by its name; null when there is none.</param>
    /// <param name="record">The record it stands for.</param>
    /// <param name="problem">Why it stands for none.</param>
    public static bool TryRead(Func<string, object?> property, out object? record, out string? problem)
    {
        if (VideoNicheReader.IsNiche(property) && VideoNicheReader.TryRead(property, out var niche, out problem))
        {
            record = niche;
            return true;
        }

        if (VideoTemplateReader.TryRead(property, out var template, out problem))
        {
            record = template;
            return true;
        }

        if (CropPositionReader.TryRead(property, out var position, out problem))
        {
            record = position;
            return true;
        }

        record = null;
        problem = "This row is none that a report can show. Pipe the output of Get-VideoNiche or Get-VideoTemplate, or video files.";
        return false;
    }
}

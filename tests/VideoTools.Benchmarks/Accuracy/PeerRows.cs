namespace VideoTools.Benchmarks.Accuracy;

/// <summary>
/// Rows of peers that are not installed here, or of detectors that were not asked, kept from the tables as they were: their answers to the
/// same clips do not change.
/// </summary>
internal static class PeerRows
{
    private const string Header = "| detector |";

    /// <summary>The new tables, with the rows of the old ones under the same heading whose detector is not among theirs.</summary>
    public static string Keep(string before, string now)
    {
        var (kept, fresh) = (Rows(before), Rows(now));
        var lines = new List<string>();
        var heading = "";
        foreach (var line in now.Split('\n'))
        {
            heading = line.StartsWith("### ", StringComparison.Ordinal) ? Name(line) : heading;
            if (line.Length == 0 && lines.Count > 0 && lines[^1].StartsWith('|') && kept.Remove(heading, out var rows))
            {
                lines.AddRange(rows.Where(row => !fresh[heading].Exists(other => Detector(other) == Detector(row))));
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The rows of each table that has one a detector, by its heading.</summary>
    private static Dictionary<string, List<string>> Rows(string text)
    {
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (heading, isOfDetectors) = ("", false);
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                (heading, isOfDetectors) = (Name(line), false);
            }
            else if (line.StartsWith(Header, StringComparison.Ordinal))
            {
                (rows[heading], isOfDetectors) = ([], true);
            }
            else if (isOfDetectors && line.StartsWith("| ", StringComparison.Ordinal))
            {
                rows[heading].Add(line);
            }
        }

        return rows;
    }

    private static string Detector(string row) => row.Split('|')[1].Trim();

    // What stands in brackets says which sets are summed; they are the same.
    private static string Name(string heading) => heading.Split('(')[0].TrimEnd();
}

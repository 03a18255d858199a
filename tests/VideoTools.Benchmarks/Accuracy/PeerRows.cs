namespace VideoTools.Benchmarks.Accuracy;

/// <summary>Rows of a peer that is not installed here, kept from the tables as they were: its answers to the same clips do not change.</summary>
internal static class PeerRows
{
    private const string Peer = "| PySceneDetect";

    /// <summary>The new tables, with the peer's rows of the old ones under the same heading where they have none.</summary>
    public static string Keep(string before, string now)
    {
        var kept = Rows(before);
        var lines = new List<string>();
        var heading = "";
        var fresh = Rows(now);
        foreach (var line in now.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                heading = Name(line);
            }
            else if (line.Length == 0 && lines.Count > 0 && lines[^1].StartsWith('|')
                && !fresh.ContainsKey(heading) && kept.Remove(heading, out var rows))
            {
                lines.AddRange(rows);
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private static Dictionary<string, List<string>> Rows(string text)
    {
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var heading = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                heading = Name(line);
            }
            else if (line.StartsWith(Peer, StringComparison.Ordinal))
            {
                (rows.TryGetValue(heading, out var list) ? list : rows[heading] = []).Add(line);
            }
        }

        return rows;
    }

    // What stands in brackets says which sets are summed; they are the same.
    private static string Name(string heading) => heading.Split('(')[0].TrimEnd();
}

namespace VideoTools.TestServer;

/// <summary>How a server behaves.</summary>
public sealed class ServerScript
{
    /// <summary>Seconds that every answer takes.</summary>
    public double DelaySeconds { get; set; }

    /// <summary>Calls that are worked on at once; 0 for any number. One is a server that answers one after another.</summary>
    public int Parallel { get; set; }

    /// <summary>The answer to a question that has a text in it: the first that fits.</summary>
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>The answer to all other questions.</summary>
    public string Default { get; set; } = "A car on a road.";

    /// <summary>The key that a call must have; null for none.</summary>
    public string? Key { get; set; }

    public List<Fault> Faults { get; set; } = [];
}

namespace VideoTools.TestServer;

/// <summary>One thing that goes wrong so many times.</summary>
public sealed class Fault
{
    public FaultKind Kind { get; set; }

    /// <summary>Calls that go well before it.</summary>
    public int After { get; set; }

    /// <summary>Calls that it hits.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Part of the question that it hits; null for any.</summary>
    public string? Match { get; set; }

    /// <summary>True hits only calls that have a JSON schema.</summary>
    public bool OnlySchema { get; set; }

    public int Status { get; set; } = 500;

    public double? RetryAfterSeconds { get; set; }

    public string? Location { get; set; }

    /// <summary>Text of a refusal.</summary>
    public string Text { get; set; } = "scripted";

    /// <summary>Of Slow: seconds between two pieces.</summary>
    public double PieceSeconds { get; set; } = 0.05;
}

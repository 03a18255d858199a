namespace VideoTools.TestServer;

/// <summary>One call as it came in.</summary>
public sealed record ReceivedCall
{
    public required int Number { get; init; }

    public required string Path { get; init; }

    public string Model { get; init; } = "";

    public string System { get; init; } = "";

    public string Prompt { get; init; } = "";

    /// <summary>SHA-256 of each picture, in hexadecimal.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    public bool HasSchema { get; init; }

    public double? Temperature { get; init; }

    public int? Context { get; init; }

    public int? MaximumTokens { get; init; }

    public string? Authorization { get; init; }

    public string UserAgent { get; init; } = "";

    /// <summary>Seconds since the server started.</summary>
    public double Started { get; init; }
}

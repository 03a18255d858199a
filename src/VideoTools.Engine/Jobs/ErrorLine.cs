namespace VideoTools.Engine.Jobs;

/// <summary>The error of a file, and its place among the records of its part.</summary>
internal sealed record ErrorLine
{
    /// <summary>Records of the part that come before it.</summary>
    public long After { get; init; }

    /// <summary>Stable name.</summary>
    public VideoErrorId Id { get; init; }

    /// <summary>The file.</summary>
    public required string FullName { get; init; }

    /// <summary>Names the file and the cause.</summary>
    public string Message { get; init; } = "";

    /// <summary>The way out.</summary>
    public string RecommendedAction { get; init; } = "";

    /// <summary>The error.</summary>
    public VideoError ToError() => new(Id, FullName, Message, RecommendedAction);
}

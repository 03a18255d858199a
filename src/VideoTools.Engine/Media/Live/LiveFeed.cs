namespace VideoTools.Engine.Media.Live;

/// <summary>What one child of a connection gets on its standard input.</summary>
/// <param name="Write">Writes it; null for nothing.</param>
/// <param name="End">Ends it, after which the child comes to an end by itself; null where there is no such way.</param>
internal sealed record LiveFeed(Action<Stream>? Write, Action? End);

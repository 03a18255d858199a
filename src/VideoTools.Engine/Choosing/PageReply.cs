namespace VideoTools.Engine.Choosing;

/// <summary>What the server answers.</summary>
/// <param name="Code">Status code of HTTP.</param>
/// <param name="Type">Media type.</param>
/// <param name="Body">The content.</param>
/// <param name="IsLast">True when it tells the page that all is done.</param>
internal sealed record PageReply(int Code, string Type, byte[] Body, bool IsLast = false);

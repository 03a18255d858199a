namespace VideoTools;

/// <summary>
/// Several analyses of one decode: gives the records of all its parts. Records of one part come in the order that part alone
/// would give them; how the parts interleave is not defined.
/// </summary>
public sealed record CompositeRequest : VideoRequest
{
    /// <summary>The parts; their own <see cref="VideoRequest.Engine"/> options are ignored. InfoRequest, StillRequest and CompositeRequest cannot be parts.</summary>
    public required IReadOnlyList<VideoRequest> Parts { get; init; }
}

namespace VideoTools;

/// <summary>What counts when many questions are asked.</summary>
public enum QueryPreset
{
    /// <summary>Throughput that gives way: fewer calls at a time while the server says that it is too busy.</summary>
    Mixed,

    /// <summary>Latency: 1 s intervals, 3 frames, one call a sequence, short context, few sequences in flight.</summary>
    RealTime,

    /// <summary>Throughput: twice as many sequences in flight, every place in use all the time.</summary>
    Batch,
}

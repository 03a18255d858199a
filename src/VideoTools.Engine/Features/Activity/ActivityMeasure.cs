namespace VideoTools.Engine.Features.Activity;

/// <summary>What of a picture stands for activity.</summary>
internal enum ActivityMeasure
{
    /// <summary>Luma change from frame to frame.</summary>
    Motion,

    /// <summary>Local standard deviation of luma.</summary>
    Detail,

    /// <summary>Gradient of luma.</summary>
    Edges,
}

namespace VideoTools.Engine.Choosing;

/// <summary>How far a page is.</summary>
internal enum ChoiceStatus
{
    /// <summary>Nothing is known yet.</summary>
    Initializing,

    /// <summary>The video is being decoded.</summary>
    Analyzing,

    /// <summary>Pictures are being made.</summary>
    GeneratingPreviews,

    /// <summary>A person can choose.</summary>
    CandidatesReady,

    /// <summary>Windows over time are being found.</summary>
    AnalyzingTemporal,

    /// <summary>The video is being written.</summary>
    Encoding,

    /// <summary>All is done.</summary>
    Complete,

    /// <summary>The video cannot be worked on.</summary>
    Failed,
}

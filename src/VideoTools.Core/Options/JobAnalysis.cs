namespace VideoTools;

/// <summary>What a job of many machines finds in each file; the names are those of the features.</summary>
public enum JobAnalysis
{
    /// <summary>One record a video.</summary>
    Template,

    /// <summary>The scenes.</summary>
    Scene,

    /// <summary>The on-screen text.</summary>
    Text,

    /// <summary>What is said.</summary>
    Transcript,

    /// <summary>Measured crop positions.</summary>
    Crop,

    /// <summary>The window that shows each scene best.</summary>
    CropPath,

    /// <summary>Frames worth keeping.</summary>
    Frame,

    /// <summary>The faces.</summary>
    Face,

    /// <summary>How much happens.</summary>
    Activity,

    /// <summary>The states of a driver.</summary>
    Driver,
}

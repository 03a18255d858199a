namespace VideoTools;

/// <summary>What the scenes of a video are written as.</summary>
public enum SceneExportFormat
{
    /// <summary>A table.</summary>
    Csv,

    /// <summary>A list of records.</summary>
    Json,

    /// <summary>An edit decision list (CMX 3600).</summary>
    Edl,

    /// <summary>A timeline of OpenTimelineIO.</summary>
    Otio,

    /// <summary>A project of Final Cut Pro (FCPXML 1.9).</summary>
    FcpXml,

    /// <summary>Chapters as ffmpeg reads them.</summary>
    Ffmetadata,

    /// <summary>A page with a picture of every scene.</summary>
    Html,

    /// <summary>A video file for every scene.</summary>
    Split,
}

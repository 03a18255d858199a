namespace VideoTools.TestMedia;

/// <summary>What a test needs besides the code.</summary>
[Flags]
public enum Needs
{
    None = 0,

    /// <summary>ffmpeg and ffprobe on the PATH.</summary>
    Ffmpeg = 1,

    /// <summary>The fetched films: Big Buck Bunny and the Sintel trailer.</summary>
    RealClips = 2,

    /// <summary>The folder ../shared/media.</summary>
    SharedMedia = 4,

    /// <summary>Chromium, Node.js and playwright-core.</summary>
    Browser = 8,

    /// <summary>The fetched photographs of people.</summary>
    Photographs = 32,

    /// <summary>Node.js and tfjs, which converted models are compared with.</summary>
    Tfjs = 16,

    /// <summary>The right to mount a small drive.</summary>
    SmallDrive = 64,

    /// <summary>The models of hands, which are fetched on demand.</summary>
    Hands = 128,

    /// <summary>Tesseract with the data of German.</summary>
    Tesseract = 256,
}

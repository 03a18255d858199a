namespace VideoTools.TestMedia.Bad;

/// <summary>Inputs that are broken, odd or merely unusual. Unless said otherwise a clip has 50 frames of 320x180 at 25 fps.</summary>
public enum BadMediaKind
{
    /// <summary>A path at which nothing lies.</summary>
    Missing,

    /// <summary>A folder instead of a file.</summary>
    Directory,

    /// <summary>0 bytes.</summary>
    Empty,

    /// <summary>Plain text named .mp4.</summary>
    Text,

    /// <summary>4 KiB of random bytes named .mp4.</summary>
    RandomBytes,

    /// <summary>An mp4 with its index first, cut after 60 % of its bytes: about half of 250 frames are there.</summary>
    TruncatedMp4,

    /// <summary>An mp4 with its index last, cut: nothing can be decoded.</summary>
    TruncatedMp4NoIndex,

    /// <summary>A Matroska file cut after 60 % of its bytes (250 frames).</summary>
    TruncatedMkv,

    /// <summary>An mp4 whose header names a video stream without a single frame.</summary>
    HeaderOnly,

    /// <summary>Packets in the middle overwritten with random bytes (250 frames).</summary>
    DamagedPackets,

    /// <summary>Sound, no picture.</summary>
    AudioOnly,

    /// <summary>Sound with a cover picture: still no video.</summary>
    AudioWithCover,

    /// <summary>A video with a cover picture as a second video stream.</summary>
    VideoWithCover,

    /// <summary>A video without sound.</summary>
    NoAudio,

    /// <summary>One single frame.</summary>
    OneFrame,

    /// <summary>321x181, 4:4:4 sampling (odd sizes cannot be 4:2:0).</summary>
    OddSize,

    /// <summary>2x2 pixels.</summary>
    Tiny,

    /// <summary>1 x 1 pixel.</summary>
    OnePixel,

    /// <summary>Stored 320x180, shown 180x320: display matrix 90 degrees.</summary>
    Rotated90,

    /// <summary>Stored 320x180, shown upside down.</summary>
    Rotated180,

    /// <summary>Stored 320x180, shown 180x320: display matrix 270 degrees.</summary>
    Rotated270,

    /// <summary>Irregular frame times.</summary>
    VariableFrameRate,

    /// <summary>10 bits a sample, SDR.</summary>
    TenBit,

    /// <summary>10-bit HEVC tagged BT.2020, PQ (smpte2084).</summary>
    HdrPq,

    /// <summary>10-bit HEVC tagged BT.2020, HLG (arib-std-b67).</summary>
    HdrHlg,

    /// <summary>Letters outside ASCII in folder and file name.</summary>
    NonAsciiName,

    /// <summary>Brackets, a percent sign, a quote and blanks in the file name: wildcards to PowerShell, patterns to ffmpeg.</summary>
    BracketName,

    /// <summary>A name that begins with a dash.</summary>
    DashName,

    /// <summary>Sample aspect 4:3 (stored 320x240, shown 427x240).</summary>
    AnamorphicWide,

    /// <summary>Sample aspect 8:9 (stored 720x480 NTSC DV).</summary>
    AnamorphicNtsc,

    /// <summary>One keyframe in 500 frames.</summary>
    LongGop,

    /// <summary>Interlaced, top field first.</summary>
    Interlaced,

    /// <summary>First frame at 5 s, in a transport stream.</summary>
    LateStart,

    /// <summary>An MPEG transport stream.</summary>
    MpegTs,

    /// <summary>WebM with VP9 and Opus.</summary>
    WebM,

    /// <summary>AVI with MPEG-4 part 2 and MP3.</summary>
    Avi,

    /// <summary>An animated GIF.</summary>
    Gif,

    /// <summary>A still picture, PNG.</summary>
    StillPicture,

    /// <summary>A playlist (m3u8) that names a file elsewhere: must not be followed.</summary>
    Playlist,

    /// <summary>A file that the caller may not read (root can: see <see cref="BadMedia.IsUnreadableEnforced"/>).</summary>
    Unreadable,
}

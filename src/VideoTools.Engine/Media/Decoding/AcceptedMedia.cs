namespace VideoTools.Engine.Media.Decoding;

/// <summary>What a file may be that is probed.</summary>
internal enum AcceptedMedia
{
    /// <summary>A video.</summary>
    Video,

    /// <summary>A video, or a picture file, which is a video of one frame.</summary>
    VideoOrPicture,

    /// <summary>A video, or a file with sound only: covers do not count.</summary>
    VideoOrSound,
}

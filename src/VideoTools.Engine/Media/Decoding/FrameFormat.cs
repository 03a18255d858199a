namespace VideoTools.Engine.Media.Decoding;

/// <summary>Layout of a decoded frame. All are 8-bit, limited-range as ffmpeg converts them, rows without padding.</summary>
internal enum FrameFormat
{
    /// <summary>One plane, luma.</summary>
    Gray8,

    /// <summary>Three planes, Y at full size, U and V at half width and height (sizes are even).</summary>
    Yuv420P,

    /// <summary>One plane, interleaved R, G, B, full range.</summary>
    Rgb24,

    /// <summary>No planes: the bytes of a JPEG file, for pictures that are kept and not looked at.</summary>
    Jpeg,
}

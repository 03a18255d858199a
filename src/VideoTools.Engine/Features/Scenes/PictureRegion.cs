using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>A rectangle of the frame in pixels; all four numbers are even, because chroma has half the size.</summary>
internal readonly record struct PictureRegion(int Left, int Top, int Width, int Height)
{
    /// <summary>The part of a Yuv420P frame, as a frame of its own whose planes lie in <paramref name="buffer"/>.</summary>
    public VideoFrame Cut(VideoFrame frame, byte[] buffer)
    {
        var at = Copy(frame.Y, frame.Width, Left, Top, Width, Height, buffer, 0);
        at = Copy(frame.U, frame.ChromaWidth, Left / 2, Top / 2, Width / 2, Height / 2, buffer, at);
        Copy(frame.V, frame.ChromaWidth, Left / 2, Top / 2, Width / 2, Height / 2, buffer, at);
        return new VideoFrame(buffer, null, FrameFormat.Yuv420P, Width, Height, frame.Index, frame.Pts, frame.TimeBase);
    }

    private static int Copy(ReadOnlySpan<byte> plane, int stride, int left, int top, int width, int height, byte[] buffer, int at)
    {
        for (var y = top; y < top + height; y++, at += width)
        {
            plane.Slice((y * stride) + left, width).CopyTo(buffer.AsSpan(at));
        }

        return at;
    }
}

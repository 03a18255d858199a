using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features;

/// <summary>Makes frames of known content and feeds them to analyzers.</summary>
internal static class FramePainter
{
    public static Rational TimeBase { get; } = new(1, 25);

    public static VideoInfo Info(int width, int height, string path = "/videos/clip.mp4") => new()
    {
        FullName = path,
        Container = "mov",
        Width = width,
        Height = height,
        CodedWidth = width,
        CodedHeight = height,
        FramesPerSecond = 25,
    };

    /// <summary>A frame whose planes come from functions of the position.</summary>
    public static VideoFrame Paint(
        int width, int height, long index, Func<int, int, int> luma, Func<int, int, int>? u = null, Func<int, int, int>? v = null)
    {
        var buffer = new byte[VideoFrame.GetByteCount(FrameFormat.Yuv420P, width, height)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                buffer[(y * width) + x] = (byte)Math.Clamp(luma(x, y), 0, 255);
            }
        }

        var (chromaWidth, chromaHeight) = (width / 2, height / 2);
        for (var y = 0; y < chromaHeight; y++)
        {
            for (var x = 0; x < chromaWidth; x++)
            {
                var at = (width * height) + (y * chromaWidth) + x;
                buffer[at] = (byte)(u?.Invoke(x, y) ?? 128);
                buffer[at + (chromaWidth * chromaHeight)] = (byte)(v?.Invoke(x, y) ?? 128);
            }
        }

        return new VideoFrame(buffer, null, FrameFormat.Yuv420P, width, height, index, index, TimeBase);
    }

    public static VideoFrame Flat(int width, int height, long index, int luma, int u = 128, int v = 128) =>
        Paint(width, height, index, (_, _) => luma, (_, _) => u, (_, _) => v);

    /// <summary>Fixed noise between two levels: texture that is the same in every frame.</summary>
    public static Func<int, int, int> Texture(int seed, int low, int high) => (x, y) =>
    {
        var hash = (uint)((x * 374761393) + (y * 668265263) + (seed * 1274126177));
        hash = (hash ^ (hash >> 13)) * 1274126177;
        return low + (int)((hash ^ (hash >> 16)) % (uint)(high - low + 1));
    };

    /// <summary>Gives all frames to an analyzer and returns what it emits.</summary>
    public static List<object> Run(
        IAnalyzer analyzer, VideoInfo info, IEnumerable<VideoFrame> frames, RecordStatus status = RecordStatus.Ok, long errors = 0)
    {
        var records = new List<object>();
        analyzer.Begin(new AnalysisContext(info, null, null, records.Add));
        long count = 0;
        long end = 0;
        foreach (var frame in frames)
        {
            analyzer.OnFrame(frame);
            end = frame.Pts + 1;
            count++;
            frame.Release();
        }

        var summary = new DecodeSummary(count, end, TimeBase, errors, status);
        analyzer.End(summary);
        analyzer.Complete(summary);
        return records;
    }
}

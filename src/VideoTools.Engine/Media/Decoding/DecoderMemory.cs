// Method: what a decoder holds is pictures: one or two a thread that decodes frames ahead, up to 16 that others refer to (none where
// every frame stands for itself), some on the way through the filters. A picture has width x height x bytes a pixel. Threads are taken
// away until the pictures of the threads fit a budget, and the child gets a limit well above what it needs, as a fence against what a
// hostile file may make it ask for. Hardware decoders map the memory of their device and get none.
// Units: bytes. Cost: none.
namespace VideoTools.Engine.Media.Decoding;

/// <summary>How much memory a decoder child needs and may have.</summary>
internal static class DecoderMemory
{
    /// <summary>The limit where nothing is known of the pictures: enough for the largest that are taken, one after another.</summary>
    public const long StandardLimit = 3L << 30;

    // All that is no picture: the program, its threads' stacks (8 MiB each), packets waiting to be written (up to 256 MiB).
    private const long Rest = 1536L << 20;

    // Pictures of threads that work ahead; 8K with 8 bits at 4:2:0 still gets 16 threads.
    private const long ThreadBudget = 1L << 30;
    private const int MostThreads = 16;

    // Those being written and filtered, and copies in other pixel formats; and 16 references.
    private const int PassingPictures = 6;
    private const int ReferencePictures = 18;

    private static readonly HashSet<string> WithoutReferences = new(StringComparer.Ordinal)
    {
        "png", "apng", "mjpeg", "jpeg2000", "jpegls", "ljpeg", "webp", "bmp", "tiff", "gif", "prores", "dnxhd", "rawvideo", "v210",
        "huffyuv", "ffvhuff", "ffv1", "utvideo", "magicyuv", "dvvideo", "qtrle", "cfhd", "hap", "exr", "dpx", "targa",
    };

    // What decoders align and pad around a picture, per side.
    private const int Padding = 128;

    /// <summary>Bytes of one decoded picture.</summary>
    public static long PictureBytes(VideoInfo info) => (long)(
        (long)(info.CodedWidth + Padding) * (info.CodedHeight + Padding) * PixelFormats.BytesPerPixel(info.PixelFormat));

    /// <summary>Threads of a decoder: those of the plan, or fewer where its pictures are very large; 0 leaves it to ffmpeg.</summary>
    public static int Threads(DecodePlan plan) => Threads(plan.Source.Info, plan.Threads);

    /// <summary>Threads of a decoder for pictures of a file.</summary>
    /// <param name="info">The file.</param>
    /// <param name="wanted">How many it may have; 0 for as many as ffmpeg likes.</param>
    public static int Threads(VideoInfo info, int wanted)
    {
        var fitting = (int)Math.Clamp(ThreadBudget / Math.Max(1, PictureBytes(info)), 1, MostThreads);
        return fitting == MostThreads ? wanted : Math.Min(fitting, wanted > 0 ? wanted : fitting);
    }

    /// <summary>The limit of the child of a plan; 0 for none.</summary>
    public static long Limit(DecodePlan plan) => plan.HardwareAcceleration != HardwareAcceleration.None ? 0
        : Rest + (PictureBytes(plan.Source.Info) * Pictures(plan.Source.Info));

    // Stills are read with one thread, and frames with as many as fit: the most that any child of this file may hold.
    private static int Pictures(VideoInfo info) =>
        PassingPictures + (WithoutReferences.Contains(info.VideoCodec ?? "") ? 0 : ReferencePictures)
        + (2 * (Threads(info, 0) is > 0 and var threads ? threads : MostThreads));
}

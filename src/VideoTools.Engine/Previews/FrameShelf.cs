using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Previews;

/// <summary>Frames of one video that were read before: crops that are shown at the same moment cost one frame. Not thread-safe.</summary>
/// <param name="reader">Reads frames.</param>
/// <param name="source">The probed file.</param>
/// <param name="longSide">Longest side of the frames.</param>
/// <param name="cancellationToken">Ends the work at once.</param>
internal sealed class FrameShelf(StillReader reader, ProbeResult source, int longSide, CancellationToken cancellationToken)
{
    private readonly Dictionary<long, RgbPicture> _frames = [];

    /// <summary>The frame at a time.</summary>
    /// <exception cref="VideoToolsException">It cannot be read.</exception>
    public RgbPicture Get(double seconds)
    {
        var at = TimeSpan.FromSeconds(Math.Max(0, seconds));
        if (!_frames.TryGetValue(at.Ticks, out var frame))
        {
            _frames.Add(at.Ticks, frame = reader.ReadPixels(source, at, longSide, cancellationToken));
        }

        return frame;
    }
}

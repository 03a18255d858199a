using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>The content score of each frame: mean absolute HSV difference to the frame before, 0 for the first.</summary>
internal sealed class ContentScore
{
    private HsvDifference? _difference;

    public HsvDelta Update(VideoFrame frame)
    {
        _difference ??= new HsvDifference(frame.Width, frame.Height);
        return _difference.Update(frame.Y, frame.U, frame.V);
    }
}

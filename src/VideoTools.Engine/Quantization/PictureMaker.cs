using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>Makes of frames what a model takes.</summary>
/// <param name="input">How pictures go in.</param>
/// <param name="shape">Shape of the model's input; open extents are below 1.</param>
internal sealed class PictureMaker(PictureInput input, long[] shape)
{
    private readonly bool _isPlanar = shape[1] is 1 or 3;
    private readonly int _channels = (int)(shape[1] is 1 or 3 ? shape[1] : shape[3]);

    /// <summary>True where faces are wanted, not frames.</summary>
    public bool WantsFaces => input.Fit == PictureFit.Face;

    /// <summary>Longest side that frames should have.</summary>
    public int LongSide => WantsFaces ? 960 : Math.Max(input.Width, input.Height);

    /// <summary>True for the shape of a picture: one at a time, one or three channels, first or last.</summary>
    public static bool IsPicture(long[] shape) =>
        shape.Length == 4 && shape[0] <= 1 && (shape[1] is 1 or 3 || shape[3] is 1 or 3);

    /// <summary>A picture of a whole frame.</summary>
    public ModelPicture Whole(RgbPicture frame)
    {
        var (scaleX, scaleY) = ((double)frame.Width / input.Width, (double)frame.Height / input.Height);
        if (input.Fit == PictureFit.Pad)
        {
            scaleX = scaleY = Math.Max(scaleX, scaleY);
        }

        return Make(frame, (0, 0), (scaleX, 0), (0, scaleY), isCut: true);
    }

    /// <summary>A picture of a face.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="left">The eye that is further left.</param>
    /// <param name="right">The other one.</param>
    public ModelPicture Face(RgbPicture frame, (double X, double Y) left, (double X, double Y) right)
    {
        var (middle, wanted) = (input.Eyes ?? [0.5, 0.4], (input.Eyes is { Count: > 2 } eyes ? eyes[2] : 0.3) * input.Width);
        (double X, double Y) across = ((right.X - left.X) / wanted, (right.Y - left.Y) / wanted);
        (double X, double Y) down = (-across.Y, across.X);
        var (x, y) = (middle[0] * input.Width, middle[1] * input.Width);
        (double X, double Y) center = ((left.X + right.X) / 2, (left.Y + right.Y) / 2);
        return Make(frame,
            (center.X - (x * across.X) - (y * down.X), center.Y - (x * across.Y) - (y * down.Y)), across, down, isCut: false);
    }

    private ModelPicture Make(RgbPicture frame, (double X, double Y) origin, (double X, double Y) across, (double X, double Y) down,
        bool isCut)
    {
        var (width, height) = (input.Width, input.Height);
        var values = new float[_channels * width * height];
        PictureSampler.Sample(frame, width, height, origin, across, down, isCut, (x, y, red, green, blue) =>
        {
            if (_channels == 1)
            {
                Set(0, x, y, (0.2989f * red) + (0.5870f * green) + (0.1140f * blue), 0);
                return;
            }

            var isBgr = input.Channels == ChannelOrder.Bgr;
            Set(isBgr ? 2 : 0, x, y, red, 0);
            Set(1, x, y, green, 1);
            Set(isBgr ? 0 : 2, x, y, blue, 2);
        });
        return new ModelPicture(values, _isPlanar ? [1, _channels, height, width] : [1, height, width, _channels]);

        // Mean and deviation belong to a colour, wherever it lies.
        void Set(int place, int x, int y, float value, int color)
        {
            var number = (float)(((value / 255) - input.MeanOf(color)) / input.DeviationOf(color));
            values[_isPlanar ? (((place * height) + y) * width) + x : (((y * width) + x) * _channels) + place] = number;
        }
    }
}

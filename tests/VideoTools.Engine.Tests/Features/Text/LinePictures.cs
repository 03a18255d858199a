using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

/// <summary>Pictures of lines whose letters are bars, 20 pixels apart, with marks above or below some of them.</summary>
internal static class LinePictures
{
    private const int Pitch = 20;
    private const byte Pale = 165, DarkGround = 40, LightGround = 205, Outline = 10;

    /// <summary>A picture and the box of its line.</summary>
    /// <param name="letters">Bars.</param>
    /// <param name="above">Bars with a mark above.</param>
    /// <param name="below">Bars that reach below the line.</param>
    /// <param name="dots">Bars with two dots above.</param>
    /// <param name="pale">Bars with something above that is lighter than the ground, and darker than letters: what a film shows.</param>
    /// <param name="isOutlined">True for dark outlines over a ground that is nearly as light as the letters.</param>
    public static (VideoFrame Still, RotatedBox Box) Draw(
        int letters, int[]? above = null, int[]? below = null, int[]? dots = null, int[]? pale = null, bool isOutlined = false)
    {
        var (width, height) = ((letters * Pitch) + 40, 80);
        var rgb = new byte[width * height * 3];
        rgb.AsSpan().Fill(isOutlined ? LightGround : DarkGround);
        for (var i = 0; i < letters; i++)
        {
            Fill(i, 4, 28, below?.Contains(i) == true ? 62 : 52, 12);
            if (above?.Contains(i) == true)
            {
                Fill(i, 5, 18, 24, 10);
            }

            if (pale?.Contains(i) == true)
            {
                Fill(i, 5, 18, 24, 10, Pale);
            }

            if (dots?.Contains(i) == true)
            {
                Fill(i, 4, 19, 24, 4);
                Fill(i, 11, 19, 24, 4);
            }
        }

        return (new VideoFrame(rgb, null, FrameFormat.Rgb24, width, height, 0, 0, new Rational(1, 25)),
            new RotatedBox(width / 2.0, 40, letters * Pitch, 36, 0));

        void Fill(int letter, int left, int top, int bottom, int columns, byte level = 230)
        {
            if (isOutlined && level != Outline)
            {
                Fill(letter, left - 4, top - 3, bottom + 3, columns + 8, Outline);
            }

            for (var y = top; y < bottom; y++)
            {
                rgb.AsSpan(((y * width) + 20 + (letter * Pitch) + left) * 3, columns * 3).Fill(level);
            }
        }
    }
}

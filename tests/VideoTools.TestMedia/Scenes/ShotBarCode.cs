using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>
/// A shot's number as eight black or white blocks along the top edge. Drawn before the transition is mixed, so that in the finished clip a
/// frame of one shot alone shows clean blocks, and a frame of a dissolve or fade shows grey ones.
/// </summary>
public static class ShotBarCode
{
    private const int Bits = 8;

    public static void Draw(RawFrame frame, int shot)
    {
        var block = frame.Width / Bits;
        for (var bit = 0; bit < Bits; bit++)
        {
            frame.FillRectangle(bit * block, 0, block, 24, IsSet(shot, bit) ? (byte)RawFrame.White : (byte)RawFrame.Black);
        }
    }

    /// <summary>The shot whose clean bar code the luma plane shows, or null when any block is neither black nor white, or the parity is wrong.</summary>
    public static int? Read(ReadOnlySpan<byte> luma, int width)
    {
        var block = width / Bits;
        var shot = 0;
        var inverted = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            var sum = 0;
            for (var y = 8; y < 16; y++)
            {
                foreach (var value in luma.Slice((y * width) + (bit * block) + (block / 4), block / 2))
                {
                    sum += value;
                }
            }

            var mean = sum / (8.0 * (block / 2));
            if (mean is > RawFrame.Black + 4 and < RawFrame.White - 4)
            {
                return null;
            }

            var set = mean > 128 ? 1 : 0;
            if (bit < Bits / 2)
            {
                shot |= set << bit;
            }
            else
            {
                inverted |= set << (bit - (Bits / 2));
            }
        }

        // The second half repeats the number inverted: plain black or white, as in a fade's hold, is no code.
        return (shot ^ inverted) == 15 ? shot : null;
    }

    private static bool IsSet(int shot, int bit) => bit < Bits / 2 ? ((shot >> bit) & 1) == 1 : ((shot >> (bit - (Bits / 2))) & 1) == 0;
}

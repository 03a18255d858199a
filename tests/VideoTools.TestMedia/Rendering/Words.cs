namespace VideoTools.TestMedia.Rendering;

/// <summary>
/// A page of writing: word-like blocks of thin strokes in lines, under a bar with a title that all pages of one design share.
/// </summary>
/// <param name="Seed">Which words.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="Ink">Luma of the writing.</param>
/// <param name="Bar">True for the bar with the title.</param>
public sealed record Words(ulong Seed, int Lines, byte Ink, bool Bar) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (Bar)
        {
            frame.FillRectangle(0, 0, frame.Width, frame.Height / 8, 60, 150, 110);
            Line(frame, new SplitMix(5), frame.Height / 32, 6, 230);
        }

        for (var line = 0; line < Lines; line++)
        {
            var random = new SplitMix((Seed * 31) + (ulong)line);
            Line(frame, random, (frame.Height / 5) + (line * frame.Height / 9), random.Next(6, 22), Ink);
        }
    }

    /// <summary>Letters of two or three strokes each, half as wide as high.</summary>
    private static void Line(RawFrame frame, SplitMix random, int top, int letters, byte ink)
    {
        var height = frame.Height / 16;
        var stroke = Math.Max(1, height / 7);
        for (var (x, i) = (frame.Width / 16, 0); i < letters; i++, x += height * 3 / 4)
        {
            if (random.Next(0, 5) == 0)
            {
                continue; // between two words
            }

            frame.FillRectangle(x, top + random.Next(0, height / 3), stroke + 1, height * 2 / 3, ink);
            frame.FillRectangle(x, top + random.Next(0, height - stroke), height / 2, stroke, ink);
            if (random.Next(0, 1) == 0)
            {
                frame.FillRectangle(x + (height / 3), top, stroke + 1, height, ink);
            }
        }
    }
}

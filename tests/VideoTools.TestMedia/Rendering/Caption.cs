namespace VideoTools.TestMedia.Rendering;

/// <summary>Two lines of caption (word-like blocks) that pop up and go away at once.</summary>
public sealed record Caption(int From, int To, double Top, ulong Seed, bool Boxed) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index < From || index >= To)
        {
            return;
        }

        var random = new SplitMix(Seed);
        var size = frame.Height / 12;
        for (var line = 0; line < 2; line++)
        {
            var y = (int)(frame.Height * Top) + (line * size * 3 / 2);
            if (Boxed)
            {
                frame.FillRectangle(frame.Width / 10, y - (size / 4), frame.Width * 8 / 10, size * 3 / 2, 30);
            }

            for (var x = frame.Width / 8; x < frame.Width * 7 / 8;)
            {
                var stroke = random.Next(size / 8, size / 3) + 1;
                frame.FillRectangle(x, y, stroke, random.Next(size / 2, size), 225);
                x += stroke + random.Next(2, size / 2);
            }
        }
    }
}

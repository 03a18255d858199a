namespace VideoTools.TestMedia.Rendering;

/// <summary>A photo flash: the picture jumps towards white for <paramref name="Frames"/> frames, the last ones weaker.</summary>
public sealed record Flash(int At, int Frames, double Strength) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var step = index - At;
        if (step >= 0 && step < Frames)
        {
            frame.Towards(RawFrame.White, Strength * (Frames - step) / Frames);
        }
    }
}

/// <summary>Uneven exposure: every frame gets another gain, within plus and minus <paramref name="Amplitude"/>.</summary>
public sealed record Flicker(double Amplitude, ulong Seed, int From = 0, int To = int.MaxValue) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index >= From && index < To)
        {
            frame.Gain(1 + (Amplitude * ((2 * new SplitMix(Seed + ((ulong)index * 104729)).NextDouble()) - 1)));
        }
    }
}

/// <summary>A strobe light: every <paramref name="Period"/> frames the picture is lit for half the period.</summary>
public sealed record Strobe(int From, int To, int Period, double Strength) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index >= From && index < To && (index - From) % Period < (Period + 1) / 2)
        {
            frame.Towards(RawFrame.White, Strength);
        }
    }
}

/// <summary>The light goes down (or up) to <paramref name="Factor"/> within <paramref name="Frames"/> frames and stays so. 0 frames: a switch.</summary>
public sealed record LightRamp(int At, int Frames, double Factor) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var progress = index < At ? 0 : Frames == 0 ? 1 : Math.Min(1, (index - At + 1.0) / Frames);
        if (progress > 0)
        {
            frame.Gain(1 + ((Factor - 1) * progress));
        }
    }
}

/// <summary>A large striped object that crosses the picture within <paramref name="Frames"/> frames.</summary>
public sealed record Crossing(int At, int Frames, double WidthShare, double HeightShare, byte Luma, byte U, byte V, bool Leftwards) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var step = index - At;
        if (step < 0 || step >= Frames)
        {
            return;
        }

        var (width, height) = ((int)(frame.Width * WidthShare), (int)(frame.Height * HeightShare));
        var progress = (step + 0.5) / Frames;
        var x = (int)(-width + ((frame.Width + width) * (Leftwards ? 1 - progress : progress)));
        var y = (frame.Height - height) / 2;
        for (var stripe = 0; stripe < 8; stripe++)
        {
            var luma = (byte)Math.Clamp(Luma + ((stripe % 3 - 1) * 18), RawFrame.Black, RawFrame.White);
            frame.FillRectangle(x + (stripe * width / 8), y, (width / 8) + 1, height, luma, U, V);
        }
    }
}

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

/// <summary>A small second picture (the shot's own, mirrored and inverted in colour) that appears in a corner at once.</summary>
public sealed record PictureInPicture(int From, int To, double Share, bool Left) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index < From || index >= To)
        {
            return;
        }

        var source = new RawFrame(frame.Width, frame.Height);
        source.CopyFrom(frame);
        for (var plane = 0; plane < 3; plane++)
        {
            var from = source.Plane(plane, out var width, out var height);
            var to = frame.Plane(plane, out _, out _);
            var (smallWidth, smallHeight) = ((int)(width * Share), (int)(height * Share));
            var (left, top) = (Left ? width / 20 : width - (width / 20) - smallWidth, height / 20);
            for (var y = 0; y < smallHeight; y++)
            {
                for (var x = 0; x < smallWidth; x++)
                {
                    var value = from[((int)(y / Share) * width) + width - 1 - (int)(x / Share)];
                    to[((top + y) * width) + left + x] = plane == 0 ? value : (byte)Math.Min(240, 256 - value);
                }
            }
        }
    }
}

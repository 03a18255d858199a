namespace VideoTools.TestMedia.Rendering;

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

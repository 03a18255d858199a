namespace VideoTools.TestMedia.Rendering;

/// <summary>The left half of the picture shows another camera, which goes on whatever the right one does: stripes that move slowly.</summary>
public sealed record StillHalf(int Phase) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var stripe = frame.Height / 9;
        for (var i = -1; i < 10; i++)
        {
            var luma = (byte)(60 + ((i + 9) % 5 * 35));
            frame.FillRectangle(0, (i * stripe) + ((index + Phase) % stripe), frame.Width / 2, stripe, luma, (byte)(110 + (i * 4)), 140);
        }
    }
}

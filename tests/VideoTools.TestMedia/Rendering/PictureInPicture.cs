namespace VideoTools.TestMedia.Rendering;

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

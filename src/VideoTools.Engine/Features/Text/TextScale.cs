using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Sizes of one video: displayed, large and small pictures; turns a track into a record.</summary>
internal sealed class TextScale(VideoInfo info, VideoFrame large, VideoFrame small)
{
    /// <summary>Most confidence of a text that lacks something which the picture shows.</summary>
    public const double LackingConfidence = 0.7;

    /// <summary>Width of the large picture.</summary>
    public double LargeWidth { get; } = large.Width;

    /// <summary>Small pixels in a large pixel.</summary>
    public double SmallPerLarge { get; } = (double)small.Width / large.Width;

    private double DisplayPerLargeX { get; } = (double)info.Width / large.Width;

    private double DisplayPerLargeY { get; } = (double)info.Height / large.Height;

    /// <summary>The record of a track.</summary>
    public VideoText ToRecord(
        TextTrack track, long endPts, VideoInfo source, int index, int framesRead, InferenceDevice device, RecordStatus status)
    {
        var (text, confidence, readBox) = track.Reading;
        var box = readBox.Scale(DisplayPerLargeX, DisplayPerLargeY);
        var (left, top, right, bottom) = box.Bounds();
        var (x, y) = (Math.Clamp((int)Math.Round(left), 0, source.Width), Math.Clamp((int)Math.Round(top), 0, source.Height));
        var moved = Math.Max(Math.Abs(track.Box.CenterX - track.FirstBox.CenterX), Math.Abs(track.Box.CenterY - track.FirstBox.CenterY));
        return new VideoText
        {
            FullName = source.FullName,
            Index = index,
            Start = MediaTime.ToTimeSpan(track.StartPts, source.TimeBase),
            End = MediaTime.ToTimeSpan(endPts, source.TimeBase),
            StartSeconds = MediaTime.ToSeconds(track.StartPts, source.TimeBase),
            EndSeconds = MediaTime.ToSeconds(endPts, source.TimeBase),
            Text = text,
            Confidence = Math.Round(track.IsLacking ? Math.Min(LackingConfidence, confidence) : confidence, 4),
            X = x,
            Y = y,
            Width = Math.Clamp((int)Math.Round(right), 0, source.Width) - x,
            Height = Math.Clamp((int)Math.Round(bottom), 0, source.Height) - y,
            Quad = new ValueList<int>(box.Corners().SelectMany(c => new[] { (int)Math.Round(c.X), (int)Math.Round(c.Y) })),
            Zone = ZoneOf(box.CenterY, source.Height),
            IsMoving = track.IsTicker || moved > Math.Max(readBox.Height, 1) / 2,
            ReadCount = track.ReadCount,
            FramesRead = framesRead,
            Engine = track.Engine,
            Device = device,
            Status = status,
        };
    }

    /// <summary>The third of the real height that a centre lies in.</summary>
    public static TextZone ZoneOf(double centerY, double height) =>
        centerY * 3 < height ? TextZone.Top : centerY * 3 < height * 2 ? TextZone.Middle : TextZone.Bottom;
}

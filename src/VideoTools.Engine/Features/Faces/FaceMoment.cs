using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>When a picture is shown.</summary>
/// <param name="Index">Number of the frame.</param>
/// <param name="Pts">Its time stamp.</param>
/// <param name="TimeBase">Seconds a unit of it lasts.</param>
internal readonly record struct FaceMoment(long Index, long Pts, Rational TimeBase)
{
    /// <summary>The moment of a frame.</summary>
    public static FaceMoment Of(VideoFrame frame) => new(frame.Index, frame.Pts, frame.TimeBase);

    /// <summary>Its time in seconds.</summary>
    public double Seconds => MediaTime.ToSeconds(Pts, TimeBase);
}

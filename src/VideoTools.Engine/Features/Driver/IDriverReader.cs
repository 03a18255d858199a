using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Sees the driver in pictures, one after another.</summary>
internal interface IDriverReader
{
    /// <summary>Loads the models.</summary>
    /// <exception cref="VideoToolsException">One cannot be had.</exception>
    void Prepare();

    /// <summary>What a picture shows of the driver.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture, later than the one before.</param>
    DriverSample Read(VideoFrame still);

    /// <summary>How long its steps took.</summary>
    StageTimes Times { get; }
}

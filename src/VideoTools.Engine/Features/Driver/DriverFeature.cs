using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Driver;

/// <summary>The state of a driver, found on this machine: a record for every interval.</summary>
internal sealed class DriverFeature : AnalyzerFeature
{
    public override string Name => "Driver";

    public override int Version => 2;

    public override Type OptionsType => typeof(DriverOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoState)];

    public override void Validate(FeatureOptions options)
    {
        var driver = (DriverOptions)options;
        Require(driver.IntervalSeconds is >= 0.2 and <= 60, "Interval must be 0.2 to 60 seconds.");
        Require(driver.SampleRate is >= 2 and <= 60, "SampleRate must be 2 to 60 frames a second.");
        Require(driver.IntervalSeconds * driver.SampleRate >= 1, "Interval must be long enough for a frame at SampleRate.");
        Require(driver.CalibrationSeconds is >= 0 and <= 120, "Calibration must be 0 to 120 seconds.");
        Require(driver.PerclosSeconds is >= 10 and <= 3600, "PerclosWindow must be 10 to 3600 seconds.");
        Require(driver.ClosedSeconds is >= 0.3 and <= 60, "ClosedLimit must be 0.3 to 60 seconds.");
        Require(driver.AwaySeconds is >= 0.5 and <= 60, "AwayLimit must be 0.5 to 60 seconds.");
        Require(driver.AwayAngle is >= 10 and <= 80, "AwayAngle must be 10 to 80 degrees.");
    }

    public override StreamNeeds Streams(FeatureOptions options) => new(
        Frames: false, new StillSelection(DriverAnalyzer.LongSide, FrameFormat.Rgb24, 1 / ((DriverOptions)options).SampleRate));

    // Where the models of hands are not installed the states come without hands, and a warning.
    public override IReadOnlyList<ModelNeed> Models(FeatureOptions options) =>
    [
        new(ModelKind.FaceDetection),
        new(ModelKind.FaceMesh),
        new(ModelKind.FaceIris),
        new(ModelKind.FaceIdentity),
        .. ((DriverOptions)options).SkipHands || !HandFinder.IsInstalled ? [] : HandFinder.Models,
    ];

    public override DeviceOrder? Device(FeatureOptions options) => ((DriverOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes)
    {
        var driver = (DriverOptions)options;
        return new DriverAnalyzer(driver, new DriverReader(driver), lanes("driver", DriverAnalyzer.WaitingPictures));
    }
}

using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Features.Driver;

/// <summary>What one frame shows of the driver.</summary>
/// <param name="Seconds">Time of the frame.</param>
internal sealed record DriverSample(double Seconds)
{
    /// <summary>Where the head looks; null without a face.</summary>
    public HeadPose? Pose { get; init; }

    /// <summary>True when this is, or may be, another person than before: what was learned of that one does not hold.</summary>
    public bool IsNewPerson { get; init; }

    /// <summary>True when the picture shows nothing at all: dark, or the lens is covered.</summary>
    public bool IsBlind { get; init; }

    /// <summary>The person's right eye; null where it cannot be told.</summary>
    public EyeReading? RightEye { get; init; }

    /// <summary>The person's left eye.</summary>
    public EyeReading? LeftEye { get; init; }

    /// <summary>How far the mouth is open, 0 to 1.</summary>
    public double MouthOpen { get; init; }

    /// <summary>Where a hand was when it was last looked for; null where hands are not looked for.</summary>
    public HandPlace? Hand { get; init; }

    /// <summary>True when there is a face.</summary>
    public bool HasFace => Pose is not null;
}

using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Driver;

/// <summary>A driver made of numbers: an eye ratio of 0.4 open, a camera from the side and from above.</summary>
internal static class MadeDriver
{
    public const double Open = 0.4;
    public const double Shut = Open * EyeBaseline.ClosedShare;
    public const double CameraYaw = 18;
    public const double CameraPitch = -9;

    /// <summary>A sample of a driver who looks at the road with open eyes, seen by a camera that is not in front.</summary>
    public static DriverSample At(
        double seconds, double yaw = 0, double pitch = 0, double closed = 0, double mouth = 0, double eyeYaw = 0, HandPlace? hand = null) => new(seconds)
    {
        Pose = new HeadPose(CameraYaw + yaw, CameraPitch + pitch, 2),
        RightEye = Eye(Open + (closed * (Shut - Open)), eyeYaw),
        LeftEye = Eye(Open + (closed * (Shut - Open)), eyeYaw),
        MouthOpen = mouth,
        Hand = hand,
    };

    /// <summary>An eye that looks to the right of the picture by so many degrees, seen from where the iris lies a little beside.</summary>
    public static EyeReading Eye(double ratio, double yaw = 0) => new(ratio, 0.02 + ShiftOf(yaw));

    /// <summary>The sample with other eyes.</summary>
    public static DriverSample With(this DriverSample sample, EyeReading? right, EyeReading? left) => sample with { RightEye = right, LeftEye = left };

    // The way back of EyeBaseline.TurnOf, between whose limits it rises.
    private static double ShiftOf(double yaw)
    {
        double low = -0.17, high = 0.17;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = EyeBaseline.TurnOf(middle) < yaw ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Nobody.</summary>
    public static DriverSample Nobody(double seconds) => new(seconds);

    /// <summary>The states of a script at ten samples a second.</summary>
    public static List<VideoState> Play(double seconds, Func<double, DriverSample> script, DriverOptions? options = null)
    {
        options ??= new DriverOptions();
        var states = new DriverStates("/drive.mp4", options);
        List<VideoState> given = [];
        for (var i = 0; i < Math.Round(seconds * options.SampleRate); i++)
        {
            Keep(states.Add(script(i / options.SampleRate)));
        }

        Keep(states.Finish(seconds));
        return given;

        void Keep(VideoState? state)
        {
            if (state is not null)
            {
                given.Add(state);
            }
        }
    }
}

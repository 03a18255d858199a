namespace VideoTools.TestMedia.Drivers;

/// <summary>What a driver does at a moment.</summary>
/// <param name="Yaw">Turn of the head to the right of the picture, in degrees.</param>
/// <param name="Pitch">Nod upwards, in degrees.</param>
/// <param name="Closed">How far the eyes are closed, 0 to 1.</param>
/// <param name="Mouth">How far the mouth is open, 0 to 1 (a yawn).</param>
/// <param name="Gaze">How far the irises are moved to the side where they have room (DriverActor.GazeSide), in widths of the eye.</param>
/// <param name="IsAbsent">True when nobody is there.</param>
/// <param name="IsDark">True when it is dark.</param>
/// <param name="Hand">Where a hand is, in heights of the face to the right of and below its middle; null for none.</param>
public readonly record struct DriverMoment(
    double Yaw = 0, double Pitch = 0, double Closed = 0, double Mouth = 0, double Gaze = 0, bool IsAbsent = false, bool IsDark = false,
    (double X, double Y)? Hand = null);

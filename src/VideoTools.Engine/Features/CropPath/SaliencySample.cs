using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>What one looked-at frame showed.</summary>
/// <param name="Seconds">Its PTS.</param>
/// <param name="Bars">Its black borders in pixels at analysis size.</param>
/// <param name="Subjects">What draws the eye, strongest first.</param>
internal sealed record SaliencySample(double Seconds, BarEdges Bars, IReadOnlyList<SubjectBox> Subjects);

using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Features.Driver;

/// <summary>The face that is followed, in one picture.</summary>
/// <param name="Mesh">Its 468 points.</param>
/// <param name="Box">Where it is; the mesh of the next picture is looked for there.</param>
/// <param name="IsFound">True when it was found anew, by the detector, and may be another one.</param>
internal sealed record FollowedFace(FacePoint[] Mesh, FaceDetection Box, bool IsFound);

using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>One picture of one video.</summary>
/// <param name="Video">Number of the video.</param>
/// <param name="At">Number of the moment.</param>
/// <param name="Code">Its code.</param>
internal readonly record struct Moment(int Video, int At, PictureCode Code);

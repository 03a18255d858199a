using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>A box to read.</summary>
/// <param name="Still">The <see cref="FrameFormat.Rgb24"/> picture.</param>
/// <param name="Box">Where.</param>
/// <param name="Letters">The letters of stacked text, top to bottom; null for a line.</param>
internal readonly record struct TextTask(VideoFrame Still, RotatedBox Box, RotatedBox[]? Letters = null);

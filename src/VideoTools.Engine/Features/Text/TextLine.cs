using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Text;

/// <summary>A line of text read in one picture.</summary>
/// <param name="Box">Where, in pixels of the picture.</param>
/// <param name="Text">What.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1.</param>
internal sealed record TextLine(RotatedBox Box, string Text, double Confidence);

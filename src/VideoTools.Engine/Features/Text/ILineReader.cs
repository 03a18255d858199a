using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>Reads pictures of lines with one language.</summary>
internal interface ILineReader
{
    /// <summary>A line a picture; without lines, what went wrong.</summary>
    (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(string language, IReadOnlyList<GreyPicture> pictures);
}

using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>Lines read by an installed Tesseract.</summary>
internal sealed class TesseractReader(TesseractProgram program) : ILineReader
{
    public (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(string language, IReadOnlyList<GreyPicture> pictures) =>
        program.Read(language, pictures);
}

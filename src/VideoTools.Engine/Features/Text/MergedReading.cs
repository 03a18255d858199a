namespace VideoTools.Engine.Features.Text;

/// <summary>A line as PP-OCR read it, with what Tesseract knows better.</summary>
/// <param name="Line">The line.</param>
/// <param name="Changes">Characters taken over.</param>
/// <param name="Unread">Marks that the picture shows and the line still lacks.</param>
/// <param name="Agreement">Share of characters on which both readers agree but for marks, 0 to 1.</param>
/// <param name="Confidence">Tesseract's, of the whole line, 0 to 1.</param>
/// <param name="LeastConfidence">Tesseract's, of its least sure word.</param>
internal sealed record MergedReading(
    TextLine Line, int Changes, int Unread, double Agreement, double Confidence, double LeastConfidence)
{
    /// <summary>How well it fits, to compare languages with: unread marks count most.</summary>
    public double Fit => (Confidence * Agreement) - (0.5 * Unread);
}

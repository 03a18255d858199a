namespace VideoTools.Engine.Media.Tesseract;

/// <summary>A word that Tesseract read.</summary>
/// <param name="Text">What.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
/// <param name="Left">Left edge in pixels of the picture.</param>
/// <param name="Width">Pixels.</param>
internal sealed record TesseractWord(string Text, double Confidence, int Left, int Width);

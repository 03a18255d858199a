namespace VideoTools.Engine.Media.Tesseract;

/// <summary>What Tesseract read in one picture.</summary>
/// <param name="Words">Its words, left to right; none where it read nothing.</param>
internal sealed record TesseractLine(IReadOnlyList<TesseractWord> Words)
{
    /// <summary>The words with spaces between them.</summary>
    public string Text => string.Join(' ', Words.Select(w => w.Text));

    /// <summary>Mean confidence of the characters, 0 to 1; 0 without any.</summary>
    public double Confidence =>
        Words.Count == 0 ? 0 : Words.Sum(w => w.Confidence * w.Text.Length) / Words.Sum(w => w.Text.Length);

    /// <summary>Confidence of its least sure word; 0 without any.</summary>
    public double LeastConfidence => Words.Count == 0 ? 0 : Words.Min(w => w.Confidence);
}

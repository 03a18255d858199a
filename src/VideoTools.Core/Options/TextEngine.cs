namespace VideoTools;

/// <summary>What reads the lines of on-screen text; PP-OCR finds them in any case.</summary>
public enum TextEngine
{
    /// <summary>
    /// PP-OCR, and Tesseract where a line shows letters or signs that PP-OCR does not know, or where a language is named that it does not
    /// read.
    /// </summary>
    Auto,

    /// <summary>PP-OCR alone: English, Chinese, digits.</summary>
    PPOcr,

    /// <summary>Tesseract alone, which has to be installed, with the data of the languages.</summary>
    Tesseract,
}

namespace VideoTools.Cli.Commands;

/// <summary>The options that say who reads on-screen text, in which languages.</summary>
/// <param name="prefix">What stands before their names where the command has others of the same name: "text-".</param>
internal sealed class TextOptionSet(string prefix = "")
{
    private readonly Option<TextEngine?> _engine = OptionFactory.Choice<TextEngine>(
        $"--{prefix}engine", "What reads the lines of text: auto has Tesseract read what PP-OCR does not know.");

    private readonly Option<string?> _language = OptionFactory.Text(
        $"--{prefix}language", "code", "Language of the text (en, de, ...), or several (de,fr); found out when not given.");

    private readonly Option<string?> _tesseract = OptionFactory.Text(
        "--tesseract-path", "PATH", "The program tesseract or its directory; otherwise VIDEOTOOLS_TESSERACT, then PATH.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_engine, _language, _tesseract];

    /// <summary>Adds what was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">What else was asked for.</param>
    /// <param name="resolve">Makes a path absolute.</param>
    public TextOptions Read(ParseResult parsed, TextOptions options, Func<string?, string?> resolve) => options with
    {
        Engine = parsed.GetValue(_engine) ?? default,
        Language = parsed.GetValue(_language),
        TesseractPath = resolve(parsed.GetValue(_tesseract)),
    };
}

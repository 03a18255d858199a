// Method: other programs write what no JSON is: NaN and Infinity (Python's json.dump), and one half of a surrogate pair as \ud83d, where a
// text was cut in the middle of an emoji; the runtime throws on the latter only when the text is asked for. NaN and Infinity become null,
// a lone half U+FFFD (the replacement character, as Unicode's chapter 3.9 recommends). Everything else is left to the parser. Cost: one
// search; a copy of the file where one of them may be in it.
namespace VideoTools.Engine.Files;

/// <summary>JSON as it is found in files of others.</summary>
internal static class JsonInput
{
    private const int EscapeLength = 6;

    private static readonly string[] NotNumbers = ["-Infinity", "Infinity", "NaN"];

    /// <summary>Parses a text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(string text, JsonDocumentOptions options) => JsonDocument.Parse(Clean(text), options);

    /// <summary>Parses UTF-8, with a byte order mark or without.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options)
    {
        utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var mayBeUnclean = utf8.Span.IndexOf("\\ud"u8) >= 0 || utf8.Span.IndexOf("\\uD"u8) >= 0
            || utf8.Span.IndexOf("NaN"u8) >= 0 || utf8.Span.IndexOf("Infinity"u8) >= 0
            || !System.Text.Unicode.Utf8.IsValid(utf8.Span);
        return mayBeUnclean ? Parse(Encoding.UTF8.GetString(utf8.Span), options) : JsonDocument.Parse(utf8, options);
    }

    /// <summary>The text, with what no JSON is replaced.</summary>
    public static string Clean(string text)
    {
        if (!text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("NaN", StringComparison.Ordinal) && !text.Contains("Infinity", StringComparison.Ordinal))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            i += text[i] == '"' ? CopyString(text, i, clean) : CopyToken(text, i, clean);
        }

        return clean.ToString();
    }

    private static int CopyToken(string text, int at, StringBuilder clean)
    {
        foreach (var word in NotNumbers)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                clean.Append("null");
                return word.Length;
            }
        }

        clean.Append(text[at]);
        return 1;
    }

    private static int CopyString(string text, int start, StringBuilder clean)
    {
        clean.Append('"');
        for (var i = start + 1; i < text.Length;)
        {
            if (Escape(text, i) is { } unit)
            {
                i += CopyUnit(text, i, unit, clean);
            }
            else if (text[i] == '\\' && i + 1 < text.Length)
            {
                clean.Append(text, i, 2);
                i += 2;
            }
            else
            {
                clean.Append(text[i]);
                if (text[i++] == '"')
                {
                    return i - start;
                }
            }
        }

        return text.Length - start;
    }

    // A pair is copied whole, a lone half replaced, any other unit left as it is.
    private static int CopyUnit(string text, int at, char unit, StringBuilder clean)
    {
        if (char.IsHighSurrogate(unit) && Escape(text, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
        {
            clean.Append(text, at, 2 * EscapeLength);
            return 2 * EscapeLength;
        }

        clean.Append(char.IsSurrogate(unit) ? "\\ufffd" : text.AsSpan(at, EscapeLength));
        return EscapeLength;
    }

    private static char? Escape(string text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}

// Method: a table keeps lists and objects as the program printed them: as JSON, or as Python's repr, which differs from JSON in its
// quotation marks ('a'), its words (None, True, False, nan), tuples and escapes (\xe9, \U0001f600), sets. The latter is rewritten as JSON
// and parsed as such. Source: the Python language reference, 2.4 (literals). Cost: linear.
namespace VideoTools.Engine.Metadata;

/// <summary>Reads lists and objects out of a cell of a table.</summary>
internal static class PrintedValue
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["None"] = "null", ["True"] = "true", ["False"] = "false", ["nan"] = "null", ["inf"] = "null",
    };

    /// <summary>True for a list or an object, printed by whatever program.</summary>
    public static bool TryRead(string text, out object? value)
    {
        value = null;
        text = text.Trim();
        return text is ['[', .., ']'] or ['{', .., '}'] or ['(', .., ')']
            && (PlainJson.TryParse(text, out value, out _)
                || (ToJson(text) is { } json
                    && (PlainJson.TryParse(json, out value, out _) || PlainJson.TryParse($"[{json[1..^1]}]", out value, out _))));
    }

    private static string? ToJson(string text)
    {
        var json = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is '\'' or '"')
            {
                var length = CopyString(text, i, json);
                if (length == 0)
                {
                    return null;
                }

                i += length;
            }
            else if (char.IsAsciiLetter(c))
            {
                var end = i;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                {
                    end++;
                }

                var word = text[i..end];
                var isPrefix = end < text.Length && text[end] is '\'' or '"' && word is "u" or "b";
                json.Append(isPrefix ? "" : Words.GetValueOrDefault(word, word));
                i = end;
            }
            else
            {
                json.Append(c switch { '(' => '[', ')' => ']', _ => c });
                i++;
            }
        }

        return json.ToString();
    }

    // The length of the string with its marks; 0 when it is never closed.
    private static int CopyString(string text, int start, StringBuilder json)
    {
        var mark = text[start];
        var content = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == mark)
            {
                json.Append(JsonSerializer.Serialize(content.ToString()));
                return i + 1 - start;
            }

            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i += Unescape(text, i + 1, content);
            }
            else
            {
                content.Append(text[i]);
            }
        }

        return 0;
    }

    // How many characters the escape takes behind its backslash.
    private static int Unescape(string text, int at, StringBuilder content)
    {
        var digits = text[at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && at + digits < text.Length
            && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code <= 0x10FFFF)
        {
            _ = digits == 8 && Rune.IsValid(code) ? content.Append(new Rune(code).ToString()) : content.Append((char)code);
            return digits + 1;
        }

        content.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
        return 1;
    }
}

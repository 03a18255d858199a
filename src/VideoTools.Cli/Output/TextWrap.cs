using System.Globalization;

namespace VideoTools.Cli.Output;

/// <summary>Breaks a text into lines, at blanks where there are some.</summary>
internal static class TextWrap
{
    /// <summary>The lines, at least one.</summary>
    /// <param name="text">The text, without line breaks.</param>
    /// <param name="width">Most characters of a line, as a reader counts them; at least 1.</param>
    public static List<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        var rest = text;
        while (new StringInfo(rest) is var info && info.LengthInTextElements > width)
        {
            var line = info.SubstringByTextElements(0, width);
            var isAtBlank = rest[line.Length] == ' ';
            var blank = isAtBlank ? line.Length : line.LastIndexOf(' ');
            if (blank > 0)
            {
                line = rest[..blank];
            }

            lines.Add(line.TrimEnd());
            rest = rest[line.Length..].TrimStart(' ');
        }

        lines.Add(rest);
        return lines;
    }
}

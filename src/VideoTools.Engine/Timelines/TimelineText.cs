using System.Text;
using System.Xml;

namespace VideoTools.Engine.Timelines;

/// <summary>Names of files as the formats can hold them.</summary>
internal static class TimelineText
{
    /// <summary>A name on one line: control characters, line ends above all, become spaces.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    /// <summary>A name that XML can hold: what XML has no way to write becomes U+FFFD.</summary>
    public static string Xml(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                result.Append(text, i++, 2);
            }
            else
            {
                result.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return result.ToString();
    }

    /// <summary>A local file as a URL (RFC 8089), every byte that is no letter, digit or mark escaped.</summary>
    public static string FileUrl(string fullName)
    {
        var path = fullName.Replace(Path.DirectorySeparatorChar, '/');
        var parts = path.Split('/').Select((part, i) => i == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part));
        return (path.StartsWith('/') ? "file://" : "file:///") + string.Join('/', parts);
    }
}

// Bits that flip break JSON as JSON, and readers stop at once. What a hostile writer does is valid: values that are missing, of another kind,
// beyond every range, or nested. Values of JSON and fields of CSV are replaced by such, one to three of them.
using System.Text;
using System.Text.RegularExpressions;

namespace VideoTools.Fuzz;

/// <summary>Changes files of text so that they stay files of text.</summary>
internal static partial class TextMutator
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e308", "-1e308", "1e-320", "9223372036854775807", "-9223372036854775808", "99999999999999999999999", "0.5",
        "\"\"", "\"a\"", "\"NaN\"", "\"Infinity\"", "\"-00:00:01\"", "\"99999999.23:59:59\"", "\"0/0\"", "\"\\u0000\"", "\"\\ud800\"", "\"../../x\"",
        "[]", "{}", "[null]", "[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{\"a\":null}}}", "[1,2,3,4,5,6,7,8,9]",
    ];

    /// <summary>A changed copy.</summary>
    public static byte[] Mutate(byte[] file, Randomness random)
    {
        var text = Encoding.UTF8.GetString(file);
        for (var left = 1 + random.Below(3); left > 0; left--)
        {
            var places = Value().Matches(text);
            if (places.Count == 0)
            {
                break;
            }

            var place = random.Pick(places);
            var value = random.Below(20) == 0 ? "\"" + new string('x', 1 << random.Below(18)) + "\"" : random.Pick(Values);
            text = text[..place.Index] + value + text[(place.Index + place.Length)..];
        }

        return Encoding.UTF8.GetBytes(text);
    }

    // A text, a number, a word; not the name of a property. In a CSV file: whatever stands between separators.
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)|-?[0-9]+(?:\\.[0-9]+)?|true|false|null|(?<=,)[^,\\n\"\\[\\]{}]+(?=[,\\n])")]
    private static partial Regex Value();
}

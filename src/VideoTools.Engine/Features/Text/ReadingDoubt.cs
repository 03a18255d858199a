// What says that PP-OCR's reading may lack something: marks that the picture shows (UnreadMarks), a capital B inside of a small word
// (ß), a letter beside a number where a currency sign may stand, letters that it is not sure of over a ground that explains no doubt.
// Only such lines cost a second reading, and only the first two say by themselves that something is wrong.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Features.Text;

/// <summary>Why a line is worth a second reading.</summary>
/// <param name="Marks">Letters with marks that the reading lacks; null where the picture does not say.</param>
/// <param name="IsOdd">True when it holds what PP-OCR makes of a letter that it does not know, or lacks a sign beside a number.</param>
/// <param name="IsUnsure">True when it is not sure of a letter, or a letter stands where a currency sign may.</param>
/// <param name="IsBusy">True when the ground falls into pieces as letters do: what is seen there may be none of the line.</param>
internal sealed partial record ReadingDoubt(IReadOnlyList<int>? Marks, bool IsOdd, bool IsUnsure, bool IsBusy)
{
    private const double SureLetter = 0.6;

    /// <summary>True when something is lacking, as far as can be told without another reader.</summary>
    public bool IsLacking => Marks is { Count: > 0 } || IsOdd;

    /// <summary>True when another reader should be asked.</summary>
    public bool IsAny => IsLacking || IsUnsure;

    /// <summary>The doubt about a line.</summary>
    /// <param name="line">The line as PP-OCR read it.</param>
    /// <param name="picture">Its picture.</param>
    public static ReadingDoubt Of(TextLine line, LinePicture picture)
    {
        var marks = UnreadMarks.Find(picture, line.Letters);
        return new ReadingDoubt(
            marks.Unread, marks.HasUnreadSign || HasOddLetter(line.Text),
            (line.LeastProbability < SureLetter && !picture.IsBusy) || line.Text.Any(IsForeign) || MayBeMoney().IsMatch(line.Text),
            picture.IsBusy);
    }

    /// <summary>True for "FuBball", "GroBe", "SpaB", and for Latin letters among Greek or Cyrillic ones (PP-OCR knows a few).</summary>
    public static bool HasOddLetter(string text) =>
        OddLetter().IsMatch(text) || (LoneSign().IsMatch(text) && text.Count(char.IsAsciiLetter) >= 3)
        || (text.Count(IsForeign) >= 2 && text.Any(char.IsAsciiLetter));

    private static bool IsForeign(char letter) => letter is >= '\u0370' and < '\u0530';

    [GeneratedRegex(@"\p{Ll}{2}B(?:\p{Ll}|\b)")]
    private static partial Regex OddLetter();

    // "天499": a Chinese character before a number is a currency sign (the rupee's) where the rest is written in Latin letters.
    [GeneratedRegex(@"^[^\u2E80-\u9FFF]*(?<![^\s])[\u2E80-\u9FFF]\s?\d[^\u2E80-\u9FFF]*$")]
    private static partial Regex LoneSign();

    // "E25", "30 E", "f45", "天25".
    [GeneratedRegex(@"(?:^|\s)[\u2E80-\u9FFF](?=\d)|(?:^|\s)[ECfFLe](?=\d+(?:[.,]\d+)*(?:\s|$))|(?<=\d\s?)[ECe](?:\s|$)")]
    private static partial Regex MayBeMoney();
}

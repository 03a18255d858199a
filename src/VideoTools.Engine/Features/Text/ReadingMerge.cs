// Method: PP-OCR reads letters in films far better, Tesseract knows more of them. So the two readings are aligned (letters that differ by
// marks only cost little), and of each pair PP-OCR's letter stays, unless Tesseract's is the same letter with a mark which the picture
// shows, or a letter or sign that PP-OCR's alphabet lacks (ß, ø, €) where PP-OCR read what it is taken for. In a word with such a letter
// Tesseract also decides between letters that look the same (I and l). Words that PP-OCR lacks come in when they hold such letters.
// Units: confidences 0 to 1. Cost: O(length^2).
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Tesseract;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Text;

/// <summary>Puts two readings of a line together.</summary>
internal static class ReadingMerge
{
    private const double SureOfMark = 0.8; // of a word, where the picture does not say whether there is a mark
    private const double SureOfShownMark = 0.3;
    private const double SureOfLetter = 0.5; // of a word with a letter that PP-OCR lacks
    private const double SureOfWord = 0.7;
    private const double SureOfCapital = 0.85; // marks of capitals touch them, or are cut off
    private const double SureOfLookalike = 0.85;

    private const int ShortWord = 3;
    private const double HeightOfMarks = 0.25;

    // What PP-OCR makes of letters and signs that it does not know.
    private const string TakenFor =
        "ßBs8fRGEé øo0e6aO ØO0oe æa eœe œoc łltif1 ŁLt đd Đd ðd þpb ıil1j ŋn €eECcG6ê£ £fEeFtL6$ ₹7zZ2RFtTEf? ¢cCe$ ₺tLE ₽PRp ₩Ww ₫d "
        + "©cCOo0e ®RO0 "
        + "§S8s5 ¿iLlc? ¡il!1 ºo0 ªa";

    private static readonly string[] Lookalikes = ["Il1|!", "O0o", "Ss", "Cc", "Vv", "Ww", "Xx", "Zz"];

    private static readonly string[] Pairs = TakenFor.Split(' ');

    private readonly record struct Theirs(char Letter, double Confidence, int Word);

    /// <summary>The merged line.</summary>
    /// <param name="ours">As PP-OCR read it.</param>
    /// <param name="marks">Letters with marks that it lacks (<see cref="UnreadMarks"/>); null where the picture does not say.</param>
    /// <param name="theirs">As Tesseract read it.</param>
    public static MergedReading Merge(TextLine ours, IReadOnlyList<int>? marks, TesseractLine theirs)
    {
        var merged = Merge(ours, marks, theirs, [], out var changed);
        return changed.Count == 0 ? merged : Merge(ours, marks, theirs, changed, out _);
    }

    // Words with changes let in what looks the same.
    private static MergedReading Merge(
        TextLine ours, IReadOnlyList<int>? marks, TesseractLine theirs, HashSet<int> foreign, out HashSet<int> changed)
    {
        List<Theirs> b = [.. theirs.Words.SelectMany(
            (w, i) => w.Text.Where(c => !char.IsWhiteSpace(c)).Select(c => new Theirs(c, w.Confidence, i)))];
        var a = ours.Letters;
        var pairs = Alignment.Of(a.Count, b.Count, (i, j) => Cost(a[i].Key, b[j].Letter));
        var unread = (marks ?? []).ToHashSet();
        var letters = new List<TextLetter>();
        var text = new StringBuilder();
        var (at, changes, agreed, lastWord, isAdded) = (0, 0, 0, -1, false);
        var changedConfidence = 0.0;
        changed = [];
        foreach (var (i, j) in pairs)
        {
            if (i is { } index)
            {
                var letter = a[index];
                if (!isAdded || j is not { } next || b[next].Word != lastWord)
                {
                    CopySpaces(ours.Text, ref at, text, isAdded);
                }
                else
                {
                    // The sign belongs to what follows it.
                    at += ours.Text.AsSpan(at).Length - ours.Text.AsSpan(at).TrimStart(' ').Length;
                }

                isAdded = false;
                at += letter.Key.Length;
                if (j is { } other)
                {
                    agreed += IsSame(letter.Key, b[other].Letter) || IsTakenFor(letter.Key, b[other].Letter)
                        || LooksAlike(letter.Key, LatinLetters.Plain(b[other].Letter)) ? 1 : 0;
                    var better = Better(letter, b[other], unread, index, marks is not null);
                    if (better is null && foreign.Contains(b[other].Word) && b[other].Confidence >= SureOfLookalike
                        && LooksAlike(letter.Key, b[other].Letter) && letter.Key[0] != b[other].Letter)
                    {
                        // Tesseract often takes an l for an I, never the other way round.
                        letter = letter with
                        {
                            Key = b[other].Letter is 'I' or '|' or '!' ? letter.Key : b[other].Letter.ToString(),
                            Probability = Math.Max(letter.Probability, (float)b[other].Confidence),
                        };
                    }
                    else if (better is null && letter.Key[0] == b[other].Letter)
                    {
                        // Two readers are surer than one.
                        letter = letter with { Probability = Math.Max(letter.Probability, (float)b[other].Confidence) };
                    }
                    else if (better is { } taken)
                    {
                        letter = new TextLetter(taken.ToString(), (float)b[other].Confidence, letter.Position);
                        changes++;
                        changedConfidence += b[other].Confidence;
                        changed.Add(b[other].Word);
                        if (LatinLetters.MarkOf(b[other].Letter) != LetterMark.Through)
                        {
                            Explain(unread, index);
                        }
                    }
                }

                text.Append(letter.Key);
                letters.Add(letter);
                lastWord = j is { } seen ? b[seen].Word : lastWord;
            }
            else if (j is { } added && IsAdded(b, added, pairs))
            {
                if (b[added].Word != lastWord && text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                lastWord = b[added].Word;
                text.Append(b[added].Letter);
                letters.Add(new TextLetter(b[added].Letter.ToString(), (float)b[added].Confidence, Place(b.Count - added, letters)));
                changes++;
                changedConfidence += b[added].Confidence;
                isAdded = true;
            }
        }

        if (at < ours.Text.Length)
        {
            text.Append(ours.Text.AsSpan(at));
        }

        var merged = changes == 0 ? ours : ours with
        {
            Box = a.Count <= ShortWord && unread.Count < (marks?.Count ?? 0) ? WithMarks(ours.Box) : ours.Box,
            Text = text.ToString().Trim(),
            Letters = letters,
            Confidence = Math.Min(letters.Average(l => (double)l.Probability), theirs.Confidence),
            Engine = TextEngine.Tesseract,
        };
        return new MergedReading(merged, changes, unread.Count, (double)agreed / Math.Max(1, Math.Max(a.Count, b.Count)),
            changes == 0 ? theirs.Confidence : ((3 * changedConfidence / changes) + theirs.Confidence) / 4, theirs.LeastConfidence);
    }

    // The box of a short word is found without its marks: lines of a row are told by their heights.
    private static RotatedBox WithMarks(RotatedBox box)
    {
        var (sin, cos) = Math.SinCos(box.Angle);
        var above = box.Height * HeightOfMarks;
        return box with
        {
            CenterX = box.CenterX + (above / 2 * sin), CenterY = box.CenterY - (above / 2 * cos), Height = box.Height + above,
        };
    }

    // Where a mark is, is known to a third of a letter: one that no letter explains may be the neighbour's.
    private static void Explain(HashSet<int> unread, int index)
    {
        if (!unread.Remove(index) && !unread.Remove(index - 1))
        {
            unread.Remove(index + 1);
        }
    }

    // Tesseract's letter where it is the better one; null where PP-OCR's stays.
    private static char? Better(TextLetter ours, Theirs theirs, HashSet<int> unread, int index, bool isKnown)
    {
        var mine = ours.Key.Length == 1 ? ours.Key[0] : '\0';
        var letter = theirs.Letter;
        if (mine == letter || mine == '\0')
        {
            return null;
        }

        if (LatinLetters.MarkOf(letter) != LetterMark.None && LatinLetters.MarkOf(mine) == LetterMark.None
            && (LatinLetters.AreAlike(mine, letter) || LooksAlike(ours.Key, LatinLetters.Plain(letter))))
        {
            var isShown = unread.Any(u => Math.Abs(u - index) <= 1);
            var mark = LatinLetters.MarkOf(letter);
            var isEnough = isShown ? theirs.Confidence >= SureOfShownMark
                : char.IsUpper(mine) ? theirs.Confidence >= SureOfCapital
                : (!isKnown || mark != LetterMark.Above || mine is 'i' or 'j') && theirs.Confidence >= SureOfMark;
            return isEnough ? InCaseOf(mine, letter) : null;
        }

        return IsTakenFor(ours.Key, letter) && theirs.Confidence >= SureOfLetter && IsLacking(letter)
            ? letter
            : null;
    }

    // A word that PP-OCR did not see at all, or a sign beside a number.
    private static bool IsAdded(List<Theirs> b, int index, List<(int? A, int? B)> pairs)
    {
        var letter = b[index];
        if (letter.Confidence < SureOfWord)
        {
            return false;
        }

        if (LatinLetters.Currencies.Contains(letter.Letter, StringComparison.Ordinal))
        {
            return true;
        }

        var word = Enumerable.Range(0, b.Count).Where(j => b[j].Word == letter.Word).ToList();
        return word.Count >= 2 && word.Exists(j => LatinLetters.IsRare(b[j].Letter))
            && word.TrueForAll(j => pairs.Exists(p => p.A is null && p.B == j));
    }

    // Between the letters beside it: whoever compares letters needs no more.
    private static float Place(int rest, List<TextLetter> before)
    {
        var last = before.Count > 0 ? before[^1].Position : 0;
        return last + ((1 - last) / (rest + 1));
    }

    private static void CopySpaces(string text, ref int at, StringBuilder target, bool isNewWord)
    {
        if (isNewWord && target[^1] != ' ')
        {
            target.Append(' ');
        }

        for (; at < text.Length && text[at] == ' '; at++)
        {
            if (target.Length > 0 && target[^1] != ' ')
            {
                target.Append(' ');
            }
        }
    }

    private static char InCaseOf(char mine, char letter) =>
        char.IsUpper(mine) ? letter == 'ı' ? 'I' : char.ToUpperInvariant(letter) : letter;

    private static bool IsLacking(char letter) =>
        LatinLetters.MarkOf(letter) == LetterMark.Through || LatinLetters.UnknownSigns.Contains(letter, StringComparison.Ordinal);

    private static bool IsTakenFor(string ours, char theirs) =>
        ours.Length == 1
        && (Array.Exists(Pairs, p => (p[0] == theirs || p[0] == char.ToLowerInvariant(theirs)) && p.IndexOf(ours[0], 1) > 0)
            || (theirs == '₹' && ours[0] is >= '\u2E80' and <= '\u9FFF')
            || (LatinLetters.MarkOf(theirs) == LetterMark.Through && LatinLetters.AreAlike(ours[0], theirs)));

    private static bool LooksAlike(string ours, char theirs) =>
        ours.Length == 1
        && Array.Exists(Lookalikes, l => l.Contains(ours[0], StringComparison.Ordinal) && l.Contains(theirs, StringComparison.Ordinal));

    private static bool IsSame(string ours, char theirs) => ours.Length == 1 && LatinLetters.AreAlike(ours[0], theirs);

    private static double Cost(string ours, char theirs) =>
        ours.Length == 1 && ours[0] == theirs ? 0 : IsSame(ours, theirs) ? 0.125
        : IsTakenFor(ours, theirs) || LooksAlike(ours, LatinLetters.Plain(theirs)) ? 0.25 : 1;
}

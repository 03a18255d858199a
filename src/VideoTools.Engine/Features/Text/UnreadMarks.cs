// Method: accents, dots and rings are pieces of ink of their own above a letter, cedillas and tails reach below it. What stands above a
// letter whose reading explains it (i, j, an accented letter, a quotation mark) is explained; what stands above any other Latin letter
// was seen and not read, if it is as dark as the letters are: what a film shows between them is not. Beside a number, a piece as high as
// a letter where no letter was read is a sign that was not read: currencies are passed over so. Over a busy ground ink falls into more
// pieces than a line has letters: then nothing is said.
// Units: rows and columns of a LinePicture; limits in heights of a letter. Cost: O(pieces^2), well below the cut itself.
namespace VideoTools.Engine.Features.Text;

/// <summary>Finds marks of letters that a reading does not have.</summary>
internal static class UnreadMarks
{
    private const double LeastOverlap = 0.6;
    private const string Explaining = "ijIJ!?:;%\"'*=÷°^~`|";
    private const string WithTails = "aceikldnorstuACEIKLDNORSTU";

    /// <summary>Compares a line with what was read in it.</summary>
    /// <param name="picture">The line.</param>
    /// <param name="letters">What was read.</param>
    public static LineMarks Find(LinePicture picture, IReadOnlyList<TextLetter> letters)
    {
        var ink = picture.Ink;
        var parts = ink.Parts.Where(p => p.Count >= InkPicture.LeastPixels).ToList();
        var bodies = ink.Bodies.ToList();
        if (letters.Count == 0 || bodies.Count * 5 < letters.Count * 2 || bodies.Count > (letters.Count * 2) + 2
            || parts.Count > (letters.Count * 3) + 6)
        {
            return new LineMarks(null, HasUnreadSign: false);
        }

        var height = Median(bodies.Select(b => b.Height));
        var columns = letters.Select(l => picture.ColumnOf(l.Position)).ToList();
        var explained = new HashSet<int>();
        var unread = new SortedSet<int>();
        foreach (var mark in Joined(parts.Where(p => IsAbove(p, bodies, height) && ink.IsInk(p)), height))
        {
            var near = Enumerable.Range(0, letters.Count).Where(i => Math.Abs(columns[i] - mark) <= 0.75 * height)
                .OrderBy(i => Math.Abs(columns[i] - mark)).ToList();
            var reason = near.Where(i => !explained.Contains(i) && Explains(letters[i].Key)
                && Math.Abs(columns[i] - mark) <= 0.5 * height).Cast<int?>().FirstOrDefault();
            if (reason is { } known)
            {
                explained.Add(known);
            }
            else if (near.Count > 0 && IsPlain(letters[near[0]].Key))
            {
                unread.Add(near[0]);
            }
        }

        unread.UnionWith(Tails(ink, parts, bodies, letters, columns, height));
        return new LineMarks([.. unread], bodies.Exists(body => IsUnreadSign(body, letters, columns, height)));
    }

    private static bool IsAbove(InkPart part, List<InkPart> bodies, double height)
    {
        if (part.Top == 0 || part.Height > 0.5 * height || part.Width > 0.95 * height || part.Height < 0.07 * height
            || part.Width < 0.07 * height)
        {
            return false;
        }

        return bodies.Any(b => !b.Equals(part) && part.Bottom <= b.Top + 1 && b.Top - part.Bottom <= 0.4 * height
            && part.SharedColumns(b) >= LeastOverlap);
    }

    // The two dots of one letter are one mark.
    private static List<double> Joined(IEnumerable<InkPart> marks, double height)
    {
        var joined = new List<(double Middle, InkPart Last)>();
        foreach (var mark in marks.OrderBy(m => m.Middle))
        {
            if (joined.Count > 0 && joined[^1].Last is var last && mark.Left - last.Right <= 0.25 * height
                && Math.Abs(mark.Top - last.Top) <= 0.2 * height && mark.Width <= 0.35 * height && last.Width <= 0.35 * height)
            {
                joined[^1] = ((last.Middle + mark.Middle) / 2, mark);
            }
            else
            {
                joined.Add((mark.Middle, mark));
            }
        }

        return [.. joined.Select(m => m.Middle)];
    }

    private static IEnumerable<int> Tails(
        InkPicture ink, List<InkPart> parts, List<InkPart> bodies, IReadOnlyList<TextLetter> letters, List<double> columns, double height)
    {
        var baseline = Median(bodies.Select(b => b.Bottom));
        foreach (var body in bodies)
        {
            var inside = Enumerable.Range(0, letters.Count)
                .Where(i => columns[i] >= body.Left - 1 && columns[i] < body.Right + 1).ToList();
            if (inside is not [var only] || !WithTails.Contains(letters[only].Key, StringComparison.Ordinal)
                || body.Width > 1.2 * height)
            {
                continue;
            }

            var reach = body.Bottom - baseline;
            var isTail = reach >= 0.14 * height && reach <= 0.5 * height && body.Bottom < LinePicture.Rows
                && ink.IsInk(body with { Top = (int)(body.Bottom - (reach / 2)) });
            var hasPiece = parts.Any(p => p.Top >= body.Bottom - 1 && p.Top - body.Bottom <= 0.25 * height && p.Bottom < LinePicture.Rows
                && p.Height >= 0.1 * height && p.Height <= 0.45 * height && p.Width <= 0.6 * height
                && p.SharedColumns(body) >= LeastOverlap && ink.IsInk(p));
            if (isTail || hasPiece)
            {
                yield return only;
            }
        }
    }

    private static bool IsUnreadSign(InkPart body, IReadOnlyList<TextLetter> letters, List<double> columns, double height)
    {
        var margin = 0.3 * height;
        var nearest = Enumerable.Range(0, letters.Count).MinBy(i => Math.Abs(columns[i] - body.Middle));
        return body.Width >= 0.35 * height && body.Height >= 0.7 * height
            && !columns.Exists(c => c >= body.Left - margin && c < body.Right + margin)
            && Math.Abs(columns[nearest] - body.Middle) <= 2 * height && char.IsAsciiDigit(letters[nearest].Key[0]);
    }

    private static bool Explains(string key) =>
        key.Length == 1 && (Explaining.Contains(key[0], StringComparison.Ordinal) || LatinLetters.MarkOf(key[0]) == LetterMark.Above);

    private static bool IsPlain(string key) => key.Length == 1 && (char.IsAsciiLetter(key[0]) || key[0] == '0')
        && !Explaining.Contains(key[0], StringComparison.Ordinal);

    private static double Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

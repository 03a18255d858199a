// Method: lines that PP-OCR may have read wrongly (ReadingDoubt), or all of them where a language was named, are cut out and given to
// Tesseract, those of a group of pictures together, a process a language. Of the languages the one counts whose reading explains most
// of the marks that the picture shows, then the one that agrees best with PP-OCR and is surest; its reading is merged (ReadingMerge).
// What no Latin language fits is asked for in other letters. A language that won before is asked first, and ends the asking where it
// fits. What was asked once is remembered by PP-OCR's reading and its place: a caption over a moving picture is read by PP-OCR many
// times, by Tesseract once. After 32 lines in a row that brought nothing nobody is asked any more. Units: confidences 0 to 1.
// Cost: a cut a new line (1 ms); 0.1 s a language and 30 ms a line for those asked.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Tesseract;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Features.Text;

/// <summary>Has lines read again by Tesseract. Not thread-safe: one instance per file.</summary>
internal sealed class SecondReader(ILineReader? reader, ReaderPlan plan, Action<string> onLacking, Action<string> onProblem)
{
    private const int MostRemembered = 64;
    private const int MostTries = 3;
    private const double SamePlace = 0.4;
    private const double TallText = 1.5;
    private const double Fits = 0.8;
    private const double Agrees = 0.75;
    private const double Sure = 0.7;
    private const double QuiteSure = 0.85;
    private const double WorthTelling = 0.8;
    private const double Margin = 0.05;
    private const double SureOfAll = 0.95;
    private const double LeastOfALine = 0.6;
    private const int LeastLetters = 3;
    private const int WinsToBeFirst = 2;

    // Texture that is read as a word or two is new in every picture: a film without foreign text would be asked about to its end.
    private const int MostFruitless = 32;

    private sealed class Asked(int index, TextLine ours, LinePicture picture, LineSurroundings? around, ReadingDoubt doubt)
    {
        public int Index { get; } = index;

        public TextLine Ours { get; } = ours;

        public LinePicture Picture { get; } = picture;

        public LineSurroundings? Around { get; } = around;

        public ReadingDoubt Doubt { get; } = doubt;

        public MergedReading? Best { get; set; }

        public TesseractLine? Raw { get; set; }

        public string? Language { get; set; }

        public bool IsDone { get; set; }

        // A reader that knows all Latin letters saw the line: where little speaks for others, no single language is asked any more.
        public bool IsEnough { get; set; }

        // What PP-OCR is sure of has Latin or Chinese letters.
        public bool MayBeForeign =>
            Doubt.IsAny && (Doubt.IsOdd || Ours.Confidence < SureOfAll) && Ours.Text.Count(char.IsLetter) >= LeastLetters;

        // A reader that knows all Latin letters saw the line, and no mark.
        public bool IsCleared { get; set; }
    }

    private sealed record Remembered(string Text, RotatedBox Box, TextLine Line, int Tries);

    private readonly List<Remembered> _remembered = [];
    private readonly Dictionary<string, int> _wins = new(StringComparer.Ordinal);
    private bool _isBroken;
    private int _fruitless;

    private bool CanAsk => reader is not null && plan.IsAny && !_isBroken;

    private string? First => _wins.Where(w => w.Value >= WinsToBeFirst)
        .OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).FirstOrDefault();

    /// <summary>Reads lines again, where that is worth it, and puts what comes of it in their places.</summary>
    /// <param name="tasks">The boxes.</param>
    /// <param name="lines">What PP-OCR read in them.</param>
    public void Review(IReadOnlyList<TextTask> tasks, TextLine[] lines)
    {
        var asked = new List<Asked>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (tasks[i].Letters is not null || lines[i].Box.Height >= TallText * lines[i].Box.Width || !IsReadable(lines[i])
                || TryRemember(lines, i))
            {
                continue;
            }

            var picture = LinePicture.Cut(tasks[i].Still, tasks[i].Box, lines[i].Letters.Count);
            var doubt = ReadingDoubt.Of(lines[i], picture);
            if (CanAsk && (plan.ReadsAll || ((doubt.IsAny || First is not null) && _fruitless < MostFruitless)))
            {
                var others = tasks.Where((task, t) => t != i && task.Still == tasks[i].Still && task.Letters is null)
                    .Select(task => task.Box);
                var around = LineSurroundings.Cut(tasks[i].Still, tasks[i].Box, lines[i].Letters.Count, others);
                asked.Add(new Asked(i, lines[i], picture, around, doubt));
            }
            else if (doubt.IsLacking)
            {
                lines[i] = Lacking(lines[i]);
            }
        }

        if (asked.Count > 0)
        {
            Ask(asked);
            _fruitless = asked.Exists(a => a.Best is { Changes: > 0 } || a.Raw is not null) ? 0 : _fruitless + asked.Count;
            asked.ForEach(a => lines[a.Index] = Remember(a, Told(a, Decide(a))));
        }
    }

    // What PP-OCR holds to be no text at all may be one in other letters, where these were asked for.
    private bool IsReadable(TextLine line) => line.Letters.Count > 0 && (line.Confidence >= 0.5 || plan.ReadsAll);

    private void Ask(List<Asked> asked)
    {
        var first = First;
        foreach (var language in plan.Latin.OrderByDescending(l => l == first))
        {
            // Lines without a doubt are only asked in the language that the film is in.
            Ask(
                asked.Where(a => !a.IsDone && (plan.ReadsAll || language == first || (a.Doubt.IsAny && !a.IsEnough))).ToList(),
                language, first);
        }

        foreach (var one in asked.Where(a => !plan.Replaces && a.Best is { Unread: 0 } best && best.Agreement >= Agrees
            && best.Confidence >= Sure && !ReadingDoubt.HasOddLetter(best.Line.Text)))
        {
            one.IsDone = true;
        }

        foreach (var language in plan.Others.OrderByDescending(l => l == first))
        {
            AskForeign(asked.Where(a => !a.IsDone && (plan.ReadsAll || a.MayBeForeign)).ToList(), language);
        }

        foreach (var language in asked.Where(a => a.Best is { Changes: > 0 } || a.Raw is not null)
            .Select(a => a.Language).OfType<string>())
        {
            _wins[language] = _wins.GetValueOrDefault(language) + 1;
        }
    }

    private void Ask(List<Asked> asked, string language, string? first)
    {
        if (Read(asked, language) is not { } answers)
        {
            return;
        }

        var isWhole = TesseractLanguages.IsLatinScript(language);
        for (var i = 0; i < asked.Count; i++)
        {
            var (one, merged) = (asked[i], ReadingMerge.Merge(asked[i].Ours, asked[i].Doubt.Marks, answers[i]));
            if (plan.Replaces)
            {
                Take(one, answers[i], language);
                one.IsDone |= language == first && answers[i].LeastConfidence >= Fits;
                continue;
            }

            if (one.Best is null || merged.Fit > one.Best.Fit)
            {
                (one.Best, one.Language) = (merged, language);
            }

            var isWell = merged.Unread == 0 && merged.Agreement >= Fits && merged.LeastConfidence >= Fits;
            one.IsCleared |= isWhole && merged.Agreement >= QuiteSure && merged.Confidence >= QuiteSure;
            one.IsDone = isWell && (isWhole || language == first || !one.Doubt.IsLacking);
            one.IsEnough |= isWhole && (one.Doubt.IsBusy || !one.Doubt.IsLacking);
        }
    }

    private void AskForeign(List<Asked> asked, string language)
    {
        if (Read(asked, language) is not { } answers)
        {
            return;
        }

        for (var i = 0; i < asked.Count; i++)
        {
            if (plan.Replaces || (ForeignText.IsSure(answers[i], plan.ReadsAll) && IsBetter(answers[i], asked[i].Best)))
            {
                Take(asked[i], answers[i], language);
            }
            else if (asked[i].Best is not { Changes: > 0 }
                && ReadingMerge.Merge(asked[i].Ours, asked[i].Doubt.Marks, answers[i]) is { Changes: > 0 } merged)
            {
                // A sign of that language's country in a line of Latin letters.
                asked[i].Best = merged with { Line = merged.Line with { Confidence = Math.Max(merged.Line.Confidence, Sure) } };
            }
        }
    }

    // In Latin letters both readers would have to agree less.
    private static bool IsBetter(TesseractLine foreign, MergedReading? latin) =>
        latin is null || foreign.Confidence >= (latin.Confidence * latin.Agreement) + Margin;

    private static void Take(Asked one, TesseractLine answer, string language)
    {
        if (answer.Words.Count > 0 && answer.Confidence > (one.Raw?.Confidence ?? 0))
        {
            (one.Raw, one.Language) = (answer, language);
        }
    }

    private IReadOnlyList<TesseractLine>? Read(List<Asked> asked, string language)
    {
        if (asked.Count == 0 || _isBroken)
        {
            return null;
        }

        List<Asked> wide = [.. asked.Where(a => a.Around is not null)];
        var (answers, problem) = reader!.Read(
            language, [.. asked.Select(a => a.Picture.Picture), .. wide.Select(a => a.Around!.Picture)]);
        if (answers is null)
        {
            _isBroken = true;
            onProblem(problem ?? "it gave no answer");
            return null;
        }

        return [.. asked.Select((a, i) => a.Around is null ? answers[i]
            : a.Around.Complete(answers[i], answers[asked.Count + wide.IndexOf(a)]))];
    }

    private TextLine Decide(Asked one)
    {
        if (one.Raw is { } raw)
        {
            return ForeignText.ToLine(one.Ours, raw, one.Picture);
        }

        if (plan.Replaces && !_isBroken)
        {
            return one.Ours with { Text = "", Letters = [], Confidence = 0 };
        }

        // Letters that Tesseract is unsure of are no reason to lose a line that is surely there.
        var line = one.Best is { Changes: > 0 } best
            ? best.Line with { Confidence = Math.Max(best.Line.Confidence, Math.Min(one.Ours.Confidence, LeastOfALine)) }
            : one.Ours;
        var isLacking = one.Best is null ? one.Doubt.IsLacking : one.Best.Unread > 0 || ReadingDoubt.HasOddLetter(line.Text)
            || (one.Doubt.IsOdd && one.Best.Changes == 0);
        var isCleared = one.IsCleared || (one.Doubt.IsBusy && one.Best is { Changes: 0 } seen
            && (one.Doubt.Marks is not { Count: > 1 } || seen.Agreement >= Agrees) && !ReadingDoubt.HasOddLetter(line.Text));
        return isLacking && !isCleared ? Lacking(line) : line;
    }

    private static TextLine Told(Asked one, TextLine line)
    {
        if (CurrentWork.IsHeard)
        {
            CurrentWork.Tell(string.Create(CultureInfo.InvariantCulture,
                $"Text '{one.Ours.Text}' ({one.Ours.Confidence:0.00}) is '{line.Text}' ({line.Confidence:0.00}) in "
                + $"{one.Language ?? "no language"}"));
        }

        return line;
    }

    // What PP-OCR is unsure of anyway is no news to the user.
    private TextLine Lacking(TextLine line)
    {
        if (line.Confidence >= WorthTelling)
        {
            onLacking(line.Text);
        }

        return line with { IsLacking = true };
    }

    private bool TryRemember(TextLine[] lines, int index)
    {
        var line = lines[index];
        var known = _remembered.Find(r => r.Text == line.Text && r.Box.Overlap(line.Box) >= SamePlace);
        if (known is null || (known.Line.IsLacking && known.Tries < MostTries && CanAsk))
        {
            return false;
        }

        // Where nothing came of it, this reading may be surer than the one that was asked about.
        var isSame = known.Line.Text == line.Text && known.Line.Engine == line.Engine && !known.Line.IsLacking;
        lines[index] = isSame && line.Confidence > known.Line.Confidence ? line : known.Line with { Box = line.Box };
        return true;
    }

    private TextLine Remember(Asked one, TextLine line)
    {
        var at = _remembered.FindIndex(r => r.Text == one.Ours.Text && r.Box.Overlap(line.Box) >= SamePlace);
        var tries = at < 0 ? 1 : _remembered[at].Tries + 1;
        if (at >= 0)
        {
            _remembered.RemoveAt(at);
        }
        else if (_remembered.Count == MostRemembered)
        {
            _remembered.RemoveAt(0);
        }

        _remembered.Add(new Remembered(one.Ours.Text, line.Box, line, tries));
        return line;
    }
}

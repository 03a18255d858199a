// Method: the boxes of one picture. One that looks as a box of the picture before did, piece by piece, says what that one said and is not
// read again, if it was read surely. Letters that stand one below the other are read together as well as each by
// itself. After the reading the lines of a row are joined.
// Cost: cutting out and comparing looks, about 1 ms a box; reading a line takes ten times that.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>The text of one picture while it is read.</summary>
internal sealed class TextPage
{
    // Overlap of a box with the one before that it may be, and least correlation of every piece of the two.
    private const double SameBox = 0.7;
    private const double SameLook = 0.85;
    private const double TallText = 1.5;
    private const double SureOfAStack = 0.7;
    private const double SureLetter = 0.9;
    private const double NoText = 0.5;

    private readonly List<RotatedBox> _boxes;
    private readonly LineLook?[] _looks;
    private readonly int[] _tasks;
    private readonly int[] _same;
    private readonly List<(int[] Members, int Task)> _stacks = [];
    private VideoFrame? _still;
    private TextPage? _before;
    private TextLine[] _lines = [];

    /// <summary>Decides what is read.</summary>
    /// <param name="still">The picture.</param>
    /// <param name="boxes">What was found in it.</param>
    /// <param name="before">The picture before; its lines are asked for first.</param>
    /// <param name="tasks">Gets what has to be read.</param>
    public TextPage(VideoFrame still, List<RotatedBox> boxes, TextPage? before, List<TextTask> tasks)
    {
        (_still, _boxes, _before) = (still, boxes, before);
        _looks = [.. boxes.Select(b => b.Height < TallText * b.Width ? LineLook.Cut(still, b) : null)];
        _same = [.. Enumerable.Range(0, boxes.Count).Select(SameAs)];
        _tasks = new int[boxes.Count];
        for (var i = 0; i < boxes.Count; i++)
        {
            if (_same[i] < 0)
            {
                _tasks[i] = tasks.Count;
                tasks.Add(new TextTask(still, boxes[i]));
            }
        }

        foreach (var chain in StackedText.Chains(boxes))
        {
            _stacks.Add((chain, tasks.Count));
            var members = chain.Select(i => boxes[i]).ToList();
            tasks.Add(new TextTask(still, StackedText.Around(members), StackedText.Letters(members)));
        }
    }

    /// <summary>The lines, given the answers to all tasks.</summary>
    /// <param name="read">The answers, of all pictures.</param>
    /// <param name="minimumConfidence">Less sure ones are left out, 0 to 1.</param>
    public IReadOnlyList<TextLine> Lines(TextLine[] read, double minimumConfidence)
    {
        _lines = new TextLine[_boxes.Count];
        for (var i = 0; i < _lines.Length; i++)
        {
            _lines[i] = _same[i] >= 0
                ? _before!._lines[_same[i]] with { IsRepeat = true }
                : read[_tasks[i]] with { Look = _looks[i] };
            _looks[i] = _lines[i].Look;
        }

        var (still, lines) = (_still!, _lines.ToList());
        foreach (var (members, task) in _stacks)
        {
            if (members.All(m => _lines[m].Letters.Count <= 1) && read[task].Letters.Count >= members.Length - 1
                && read[task].Confidence >= SureOfAStack)
            {
                lines.RemoveAll(l => members.Any(m => ReferenceEquals(_lines[m], l)));
                lines.Add(read[task]);
            }
        }

        // Neither picture is needed any more.
        (_still, _before) = (null, null);
        return [.. RowJoining.Join([.. lines.Where(l => l.Text.Length > 0 && l.Confidence >= minimumConfidence)])
            .Select(l => l.Look is null && l.Box.Height < TallText * l.Box.Width ? l with { Look = LineLook.Cut(still, l.Box) } : l)];
    }

    // What was read unsurely is worth another reading; what is no text at all is not. Lines of the same batch are not known yet.
    private bool MayBeRepeated(int index) =>
        _lines.Length == 0 || _lines[index].LeastProbability >= SureLetter || _lines[index].Confidence < NoText;

    private int SameAs(int index)
    {
        if (_before is null || _looks[index] is not { } look)
        {
            return -1;
        }

        for (var i = 0; i < _before._boxes.Count; i++)
        {
            if (_boxes[index].Overlap(_before._boxes[i]) >= SameBox && _before._looks[i] is { } theirs
                && _before.MayBeRepeated(i) && look.LowestLikeness(theirs) >= SameLook)
            {
                return i;
            }
        }

        return -1;
    }
}

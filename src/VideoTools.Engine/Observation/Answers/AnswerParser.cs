// Method, the first that says something counts: 1. a JSON object in the answer, also in a code fence or behind a preamble: its "state"
// or "level" (or "label", "answer", ...), or a property named as a label that is true. 2. The first line, where it begins with a label.
// 3. A phrase that names it, "level: HIGH", "the risk is high". 4. Words that stand for a label, the most important label first.
// Nothing that the text denies counts (Negation). What says nothing is unknown: never the lowest level.
// Cost: some regular expressions over a text of at most a few hundred words.
using System.Text.RegularExpressions;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Reads states and levels from answers of models, however these are written.</summary>
internal sealed partial class AnswerParser
{
    private const int LongestAnswer = 20_000;
    private static readonly string[] LabelFields = ["label", "answer", "classification", "class", "category", "result", "value"];

    private readonly bool _isLevel;
    private readonly string[] _fields;
    private readonly (string Name, Regex Pattern)[] _labels;
    private readonly Regex _echo;
    private readonly Regex _first;
    private readonly Regex _named;

    /// <summary>A parser for the answers to one question.</summary>
    public AnswerParser(ProfileQuestion question)
    {
        _isLevel = question.Kind == AnswerKind.Level;
        _fields = [question.Field, question.Name, .. LabelFields];

        // "high" and "low" are said of much: as words they count in capitals only.
        _labels =
        [
            .. question.Labels.Select(label => (label.Name, WordPattern.Of(
                _isLevel ? label.Words : [label.Name.ToLowerInvariant(), .. label.Words], _isLevel ? label.Name : null))),
        ];
        var names = string.Join('|', question.Labels.Select(label => Regex.Escape(label.Name.ToLowerInvariant())).Append("unknown"));
        _first = new Regex(
            $@"^(?:(?:the )?(?:\w+ )?(?:{Subjects()})\b[\s:=\-–""'*]*)?(?<label>{names})\b(?<rest>.*)$", RegexOptions.CultureInvariant);
        _echo = new Regex(
            $@"\b(?:{names})(?:[\s*""']*(?:,? or\b|,? and\b|to\b|,|/|\|)[\s*""']*(?:{names})\b){{2,}}",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        _named = new Regex(
            $@"\b(?:{Subjects()})\b[\s""'*_]*(?:(?:of|for) (?:the )?\w+[\s]*)?"
            + @"(?:is|was|=|:|as|remains|seems|appears|judged|classified|should be|to be|would be|[\s""'*_])*"
            + $@"\b(?<label>{names})\b"
            + (_isLevel ? $@"|\b(?<label>{names})\b[\s*]+(?:alert|risk|impairment|concern|danger)(?: level)?\b" : ""),
            RegexOptions.CultureInvariant);
    }

    /// <summary>Reads an answer: the label, null where none is said.</summary>
    public string? Parse(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var plain = Thoughts().Replace(answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer, " ").Trim();
        var isObject = AnswerJson.TryFind(plain, out var json);
        var label = (isObject ? OfObject(json) : null) ?? OfText(plain);
        return label == VideoState.Unknown ? null : label;
    }

    private string Subjects() => _isLevel
        ? "level|risk|alert|impairment|severity|assessment"
        : "state|status|condition|classification|category|label";

    private string? OfObject(JsonElement json)
    {
        foreach (var field in _fields)
        {
            if (AnswerJson.Find(json, field) is { } value)
            {
                if (value.ValueKind == JsonValueKind.String && OfText(value.GetString()!) is { } said)
                {
                    return said;
                }

                if (value.ValueKind == JsonValueKind.Object && OfObject(value) is { } inner)
                {
                    return inner;
                }
            }
        }

        // {"sleepy": false, "awake": true}
        return json.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.True)
            .SelectMany(property => _labels.Where(label => label.Pattern.IsMatch(property.Name.ToLowerInvariant().Replace('_', ' '))))
            .Select(label => label.Name)
            .FirstOrDefault();
    }

    // A list of the choices repeats the question.
    private string? OfText(string answer)
    {
        var plain = _echo.Replace(Fence().Replace(answer, "\n").Replace('\u2019', '\''), " ");
        var text = plain.ToLowerInvariant();
        return OfFirstLine(text, plain) ?? OfPhrase(text) ?? OfWords(text, plain);
    }

    private string? OfFirstLine(string text, string plain)
    {
        var line = text.Split('\n')
            .Select(l => l.Trim(' ', '\t', '\r', '*', '_', '#', '>', '"', '\'', '`', '-', '(', '[', '{', ':'))
            .FirstOrDefault(l => l.Length > 0);
        if (line is null || _first.Match(line) is not { Success: true } match)
        {
            return null;
        }

        // "HIGH - eyes closed", "High.", "Low risk", but not "High beams are on"; in capitals it is meant in any case.
        var (label, rest) = (match.Groups["label"].Value, match.Groups["rest"].Value);
        var at = match.Groups["label"].Index;
        var isMeant = Ending().IsMatch(rest) || plain.Contains(label.ToUpperInvariant(), StringComparison.Ordinal);
        return !isMeant || Negation.Denies(line, at, at + label.Length) ? null
            : Range().Match(rest) is { Success: true } range
                ? Highest([label.ToUpperInvariant(), range.Groups["other"].Value.ToUpperInvariant()])
            : Highest([label.ToUpperInvariant()]);
    }

    private string? OfPhrase(string text) => Highest(
    [
        .. _named.Matches(text).Select(match => match.Groups["label"])
            .Where(group => !Negation.Denies(text, group.Index, group.Index + group.Length))
            .Select(group => group.Value.ToUpperInvariant()),
    ]);

    private string? OfWords(string text, string plain) => _labels
        .Where(label => label.Pattern.Matches(plain).Any(match => !Negation.Denies(text, match.Index, match.Index + match.Length)))
        .Select(label => label.Name)
        .FirstOrDefault();

    // The labels stand in the order of their importance.
    private string? Highest(IReadOnlyList<string> names) =>
        _labels.Select(label => label.Name).FirstOrDefault(names.Contains)
        ?? (names.Contains(VideoState.Unknown) ? VideoState.Unknown : null);

    // Models that think aloud: what they considered is no answer.
    [GeneratedRegex(@"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"```[A-Za-z]*")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[\s*_""'`]*(?:$|[.,:;!)\]\-–—/|]|(?:risk|alert|level|concern|impairment|danger|to|or)\b)")]
    private static partial Regex Ending();

    // "LOW to MODERATE", "moderate/high": the higher of the two.
    [GeneratedRegex(@"^[\s*]*(?:/|\||-|–|to\b|or\b)[\s*]*(?<other>[a-z]+)\b")]
    private static partial Regex Range();
}

// Method: a tag without blanks is cut where it then consists of known words, at the least cost: a known word costs 1, a letter that
// belongs to none costs 100 (Viterbi over the positions, as in Norvig, "Natural language corpus data", 2009, with equal word
// probabilities). Words are those of the taxonomy and the commonest English ones. A tag that is mostly unknown stays whole.
// Cost: O(length x longest word).
namespace VideoTools.Engine.Niche.Classification;

/// <summary>Cuts hashtags into words: #morningroutine is "morning routine".</summary>
internal sealed class HashtagSplitter
{
    private const int LongestWord = 18;
    private const int ShortestWord = 3;
    private const double UnknownCost = 100;

    private static readonly string[] Common =
    [
        "a", "i", "my", "me", "we", "to", "in", "on", "of", "is", "it", "be", "do", "go", "up", "no", "so", "for", "and", "the",
        "you", "your", "our", "not", "now", "new", "how", "why", "who", "what", "when", "best", "top", "tip", "tips", "life",
        "day", "daily", "time", "love", "live", "tok", "with", "from", "this", "that", "hack", "hacks", "idea", "ideas", "guide",
        "help", "learn", "free", "easy", "fast", "viral", "trend", "trending", "video", "videos", "content", "creator", "creators",
        "girl", "girls", "boy", "men", "women", "mom", "kids", "people", "world", "home", "house", "work", "online", "social",
        "small", "business", "style", "look", "story", "stories", "money", "fun", "funny", "cute", "food", "school", "student",
        "students", "beginner", "beginners", "pro",
    ];

    private readonly HashSet<string> _words = new(Common, StringComparer.Ordinal);

    /// <summary>Learns the words of a taxonomy.</summary>
    public HashtagSplitter(IEnumerable<string> phrases)
    {
        foreach (var word in phrases.SelectMany(TextWords.Split).Where(w => w.Length is >= ShortestWord and <= LongestWord))
        {
            _words.Add(word);
        }
    }

    /// <summary>The words of a tag, joined by blanks; the tag itself when it cannot be cut.</summary>
    public string Split(string tag)
    {
        var words = TextWords.Split(SpaceCapitals(tag));
        return string.Join(' ', words.SelectMany(Cut));
    }

    // "MorningRoutine" says itself where its words begin; "AI" and "SEO" do not.
    private static string SpaceCapitals(string tag)
    {
        if (!tag.Any(char.IsLower))
        {
            return tag;
        }

        return string.Concat(tag.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(tag[i - 1]) ? " " + c : c.ToString()));
    }

    private List<string> Cut(string word)
    {
        if (_words.Contains(word) || word.Length <= ShortestWord)
        {
            return [word];
        }

        var cost = new double[word.Length + 1];
        var from = new int[word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
        {
            (cost[end], from[end]) = (cost[end - 1] + UnknownCost, end - 1);
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
            {
                if (cost[start] + 1 < cost[end] && _words.Contains(word[start..end]))
                {
                    (cost[end], from[end]) = (cost[start] + 1, start);
                }
            }
        }

        if (cost[word.Length] >= UnknownCost)
        {
            return [word];
        }

        var parts = new List<string>();
        for (var end = word.Length; end > 0; end = from[end])
        {
            parts.Insert(0, word[from[end]..end]);
        }

        return parts;
    }
}

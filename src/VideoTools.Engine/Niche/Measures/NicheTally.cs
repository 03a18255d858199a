// What is counted of one niche. Statistics of a measure run over the videos where it is known; a share's base are the videos where the
// answer is known. The mean colour is the mean of the videos' mean colours in their own (gamma-coded) values, which is what the eye
// would call the middle. The heat map counts a video without any text as one without heat, and passes over one whose text is not known.
namespace VideoTools.Engine.Niche.Measures;

/// <summary>The running counts of one niche.</summary>
internal sealed class NicheTally(string niche, int level)
{
    private const int HeatCells = 36;
    private static readonly string[] ZoneOrder = ["top", "middle", "bottom"];
    private static readonly string[] HookOrder =
        ["none", "cut", "text", "speech", "cut+text", "cut+speech", "text+speech", "cut+text+speech"];

    private readonly MeasureColumn[] _columns = [.. NicheMeasures.All.Select(_ => new MeasureColumn())];
    private readonly MeasureColumn _hookCuts = new();
    private readonly MeasureColumn _hookTexts = new();
    private readonly MeasureColumn _hookWords = new();
    private readonly Dictionary<string, int> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _hooks = new(StringComparer.Ordinal);
    private readonly double[] _heat = new double[HeatCells];
    private readonly long[] _color = new long[3];
    private Share _cut;
    private Share _text;
    private Share _said;
    private Share _speech;
    private int _heatCount;
    private int _colorCount;

    /// <summary>Videos.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one more video.</summary>
    public void Add(VideoNiche video)
    {
        Count++;
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(NicheMeasures.All[i].Of(video));
        }

        var hook = HookEvents.Of(video);
        _cut.Add(hook.Cut);
        _text.Add(hook.Text);
        _said.Add(hook.Speech);
        _hookCuts.Add(HookEvents.CutCount(video));
        _hookTexts.Add(video.HookTextCount);
        _hookWords.Add(video.HookWordCount is { } words && double.IsFinite(words) ? words : null);
        _speech.Add(video.HasSpeech ?? (video.WordCount is { } said ? said > 0 : null));
        Increase(_hooks, hook.Type);
        Increase(_zones, video.TextZone is { Length: > 0 } and not "none" ? video.TextZone.ToLowerInvariant() : null);
        AddHeat(video);
        AddColor(video.MeanColor);
    }

    /// <summary>The statistic so far.</summary>
    public NicheStatistic ToStatistic(bool isFinal)
    {
        var zone = MostFrequent(_zones, ZoneOrder);
        var hook = MostFrequent(_hooks, HookOrder);
        var duration = ColumnOf(NicheMeasures.DurationSeconds);
        var statistic = new NicheStatistic
        {
            Niche = niche,
            Level = level,
            SampleSize = Count,
            SceneSampleSize = ColumnOf(NicheMeasures.CutsPerMinute).Count,
            TextSampleSize = ColumnOf(NicheMeasures.TextCount).Count,
            SpeechSampleSize = _speech.Known,
            IsFinal = isFinal,
            PacingClass = PacingClasses.Of(ColumnOf(NicheMeasures.CutsPerMinute).Median()),
            PrimaryTextZone = zone.Key ?? "none",
            PrimaryTextZoneShare = zone.Share,
            HookType = hook.Key,
            HookTypeShare = hook.Share,
            HookCutShare = _cut.Value,
            HookTextShare = _text.Value,
            HookSpeechShare = _said.Value,
            HookCutCountMedian = _hookCuts.Median(),
            HookTextCountMedian = _hookTexts.Median(),
            HookWordCountMedian = _hookWords.Median(),
            SpeechShare = _speech.Value,
            MeanColor = Color(),
            TextHeat = _heatCount == 0 ? ValueList<double>.Empty : new ValueList<double>(_heat.Select(h => Math.Round(h / _heatCount, 4))),
            DurationSecondsMinimum = duration.Minimum,
            DurationSecondsMaximum = duration.Maximum,
        };
        for (var i = 0; i < _columns.Length; i++)
        {
            StatisticColumns.Write(statistic, NicheMeasures.All[i], _columns[i].Spread());
        }

        return statistic;
    }

    // Ties go to the one that stands first in the order; what is in no order comes last, by name.
    private static (string? Key, double? Share) MostFrequent(Dictionary<string, int> counts, string[] order)
    {
        if (counts.Count == 0)
        {
            return (null, null);
        }

        var (key, count) = counts.OrderByDescending(c => c.Value)
            .ThenBy(c => (uint)Array.IndexOf(order, c.Key))
            .ThenBy(c => c.Key, StringComparer.Ordinal).First();
        return (key, (double)count / counts.Values.Sum());
    }

    private static void Increase(Dictionary<string, int> counts, string? key)
    {
        if (key is not null)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    private MeasureColumn ColumnOf(NicheMeasure measure) => _columns[NicheMeasures.All.TakeWhile(m => m != measure).Count()];

    private void AddHeat(VideoNiche video)
    {
        if (video.TextHeat is { Count: HeatCells } heat)
        {
            _heatCount++;
            for (var i = 0; i < HeatCells; i++)
            {
                _heat[i] += heat[i];
            }
        }
        else if (video.TextCount is 0)
        {
            _heatCount++;
        }
    }

    private void AddColor(string? color)
    {
        if (color is ['#', ..] && color.Length == 7
            && int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            _colorCount++;
            _color[0] += (value >> 16) & 255;
            _color[1] += (value >> 8) & 255;
            _color[2] += value & 255;
        }
    }

    private string? Color() => _colorCount == 0
        ? null
        : "#" + string.Concat(_color.Select(c => ((int)Math.Round((double)c / _colorCount)).ToString("X2", CultureInfo.InvariantCulture)));

    private struct Share
    {
        private int _yes;

        public int Known { get; private set; }

        public readonly double? Value => Known == 0 ? null : (double)_yes / Known;

        public void Add(bool? answer)
        {
            Known += answer is null ? 0 : 1;
            _yes += answer is true ? 1 : 0;
        }
    }
}

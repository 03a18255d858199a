// Method: the unit is a sequence, since nothing was looked at between them. A unit lies in a period when at least half of its frames do
// (both ends inclusive); it is an alert by its reported level. Units without a level count neither way and are counted by themselves
// (coverage). A period is detected when a unit that ends within so many seconds after its start, and not before it, is an alert that
// lies at least partly in the period; periods without a sampled frame say nothing and are left out. Sums are taken over all files
// before ratios.
// Source: precision, recall, F1, accuracy as always. Cost: none.
namespace VideoTools.Engine.Observation.States;

/// <summary>Compares states with what is true.</summary>
internal static class Evaluator
{
    /// <summary>Name of the record of all videos together.</summary>
    public const string All = "*";

    /// <summary>Evaluates.</summary>
    /// <param name="states">States of any number of videos.</param>
    /// <param name="truth">What is true.</param>
    /// <param name="options">What counts.</param>
    public static IReadOnlyList<AlertEvaluation> Evaluate(IReadOnlyList<VideoState> states, GroundTruth truth, EvaluationOptions options)
    {
        List<Counts> counts = [];
        foreach (var file in states.GroupBy(state => state.FullName, StringComparer.Ordinal))
        {
            if (truth.Of(file.Key) is { } periods)
            {
                counts.Add(Count(file.Key, [.. file.OrderBy(state => state.SequenceIndex)], periods, options));
            }
        }

        List<AlertEvaluation> records = [.. counts.Select(count => count.ToRecord())];
        if (counts.Count > 1)
        {
            records.Add(counts.Aggregate(new Counts(All), (sum, count) => sum.Plus(count)).ToRecord());
        }

        return records;
    }

    private static Counts Count(
        string fullName, List<VideoState> states, IReadOnlyList<(double Start, double End)> periods, EvaluationOptions options)
    {
        var count = new Counts(fullName);
        var isRunning = false;
        foreach (var state in states)
        {
            var isIn = IsIn(state, periods);
            var isAlert = state.Level >= options.MinimumLevel;
            var length = state.EndSeconds - state.StartSeconds;
            count.Units++;
            count.Seconds += length;
            count.ImpairedSeconds += isIn ? length : 0;
            if (state.Level == AlertLevel.Unknown)
            {
                count.Unknown++;
                count.UnknownIn += isIn ? 1 : 0;
                continue;
            }

            _ = (isIn, isAlert) switch
            {
                (true, true) => count.TruePositive++,
                (false, true) => count.FalsePositive++,
                (true, false) => count.FalseNegative++,
                (false, false) => count.TrueNegative++,
            };

            // A run of alerts is false when nothing of it touches a period.
            var isFalse = isAlert && !periods.Any(period => Overlaps(state, period));
            count.FalseAlerts += isFalse && !isRunning ? 1 : 0;
            isRunning = isAlert;
        }

        foreach (var period in periods)
        {
            if (!states.Exists(state => Times(state).Any(time => time >= period.Start && time <= period.End)))
            {
                count.Unsampled++;
                continue;
            }

            count.Periods++;
            var seen = states.Find(state => state.Level >= options.MinimumLevel && Overlaps(state, period)
                && state.EndSeconds >= period.Start && state.EndSeconds <= period.Start + options.DetectWithinSeconds);
            if (seen is not null)
            {
                count.Detected++;
                count.Delay += seen.EndSeconds - period.Start;
            }
        }

        return count;
    }

    private static bool IsIn(VideoState state, IReadOnlyList<(double Start, double End)> periods)
    {
        var times = Times(state);
        return times.Count(time => periods.Any(period => time >= period.Start && time <= period.End)) * 2 >= times.Count;
    }

    // A state without frames, of whatever made it, stands for its middle.
    private static ValueList<double> Times(VideoState state) =>
        state.FrameTimes.Count > 0 ? state.FrameTimes : new ValueList<double>([(state.StartSeconds + state.EndSeconds) / 2]);

    private static bool Overlaps(VideoState state, (double Start, double End) period) =>
        state.StartSeconds <= period.End && state.EndSeconds >= period.Start;

    private sealed class Counts(string fullName)
    {
        public int Units, Unknown, UnknownIn, TruePositive, FalsePositive, FalseNegative, TrueNegative;
        public int Periods, Unsampled, Detected, FalseAlerts;
        public double Delay, Seconds, ImpairedSeconds;

        public Counts Plus(Counts other)
        {
            Units += other.Units;
            Unknown += other.Unknown;
            UnknownIn += other.UnknownIn;
            TruePositive += other.TruePositive;
            FalsePositive += other.FalsePositive;
            FalseNegative += other.FalseNegative;
            TrueNegative += other.TrueNegative;
            Periods += other.Periods;
            Unsampled += other.Unsampled;
            Detected += other.Detected;
            FalseAlerts += other.FalseAlerts;
            Delay += other.Delay;
            Seconds += other.Seconds;
            ImpairedSeconds += other.ImpairedSeconds;
            return this;
        }

        public AlertEvaluation ToRecord() => new()
        {
            FullName = fullName,
            UnitCount = Units,
            UnknownCount = Unknown,
            UnknownInPeriodCount = UnknownIn,
            TruePositive = TruePositive,
            FalsePositive = FalsePositive,
            FalseNegative = FalseNegative,
            TrueNegative = TrueNegative,
            Precision = Ratio(TruePositive, TruePositive + FalsePositive),
            Recall = Ratio(TruePositive, TruePositive + FalseNegative),
            F1 = Ratio(2 * TruePositive, (2 * TruePositive) + FalsePositive + FalseNegative),
            Accuracy = Ratio(TruePositive + TrueNegative, Units - Unknown),
            Coverage = Ratio(Units - Unknown, Units),
            PeriodCount = Periods,
            UnsampledPeriodCount = Unsampled,
            DetectedPeriodCount = Detected,
            PeriodRecall = Ratio(Detected, Periods),
            MeanDelaySeconds = Ratio(Delay, Detected),
            FalseAlertCount = FalseAlerts,
            SampledSeconds = Seconds,
            ImpairedSeconds = ImpairedSeconds,
        };

        private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
    }
}

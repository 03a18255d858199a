// Method: the level of every bin (32 ms; more in sound of over 35 minutes). The threshold between sound and silence follows the recording:
// 6 dB above its noise floor (10th percentile of the levels), but at least 12 and at most 30 dB below what is loud in it (99th), and never
// below -60 dB of full scale, under which nothing is heard beside anything. So a hum under speech is silence, and music with quiet
// passages is not. Dips of less than 0.3 s (between syllables, between beats) are no silence. Time without samples is silent.
// Units: dB of full scale, RMS; a full-scale square wave has 0. Cost: sorts the bins once.
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Activity;

/// <summary>Tells where something is heard in a <see cref="LoudnessTrack"/>.</summary>
internal sealed class Hearing
{
    private const double NothingDecibels = -100;
    private const double AboveFloor = 6;
    private const double LeastBelowLoud = 12;
    private const double MostBelowLoud = 30;
    private const double ShortestSilenceSeconds = 0.3;
    private const double Rate = LogMelSpectrogram.SampleRate;

    private readonly LoudnessTrack _track;
    private readonly bool[] _isHeard;

    /// <summary>Listens to the whole track.</summary>
    public Hearing(LoudnessTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        _track = track;
        var levels = track.Energies.Select((energy, i) => Level(energy, track.SampleCounts[i]) ?? NothingDecibels).ToArray();
        ThresholdDecibels = Threshold(levels);
        _isHeard = [.. levels.Select(level => level >= ThresholdDecibels)];
        FillDips();
    }

    /// <summary>Below this a bin is silent.</summary>
    public double ThresholdDecibels { get; }

    /// <summary>What is heard in a stretch.</summary>
    /// <returns>The part of its time in which nothing is, 0 to 1, and its level; null where there is no energy at all.</returns>
    public (double SilentShare, double? LoudnessDb) Measure(double startSeconds, double endSeconds)
    {
        double heard = 0;
        double energy = 0;
        double samples = 0;
        for (var i = FirstAfter(startSeconds * Rate); i < _isHeard.Length && _track.Starts[i] < endSeconds * Rate; i++)
        {
            var count = _track.SampleCounts[i];
            var end = Math.Min(_track.Starts[i] + count, endSeconds * Rate);
            var inside = Math.Max(0, end - Math.Max(_track.Starts[i], startSeconds * Rate));
            heard += _isHeard[i] ? inside : 0;
            energy += _track.Energies[i] * inside / count;
            samples += inside;
        }

        var length = (endSeconds - startSeconds) * Rate;
        var silent = length > 0 ? Math.Clamp(1 - (heard / length), 0, 1) : 1;
        return (Math.Round(silent, 6), Level(energy, samples) is { } level ? Math.Round(level, 3) : null);
    }

    private static double? Level(double energy, double samples) =>
        energy > 0 && samples > 0 ? 10 * Math.Log10(LevelMeter.MeanSquare(energy, samples)) : null;

    private static double Threshold(double[] levels)
    {
        if (levels.Length == 0)
        {
            return LevelMeter.SilenceDecibels;
        }

        var sorted = levels.Order().ToArray();
        var loud = Quantile.Of(sorted, 0.99);
        var wanted = Math.Clamp(Quantile.Of(sorted, 0.1) + AboveFloor, loud - MostBelowLoud, loud - LeastBelowLoud);
        return Math.Max(LevelMeter.SilenceDecibels, wanted);
    }

    // A short dip counts as heard where sound surrounds it without a gap in the track.
    private void FillDips()
    {
        for (var i = 1; i < _isHeard.Length; i++)
        {
            var end = i;
            while (end < _isHeard.Length && !_isHeard[end])
            {
                end++;
            }

            if (end > i && end < _isHeard.Length && _isHeard[i - 1]
                && (_track.Starts[end] - _track.Starts[i]) / Rate < ShortestSilenceSeconds)
            {
                Array.Fill(_isHeard, true, i, end - i);
            }

            i = Math.Max(i, end);
        }
    }

    // The first bin that ends after a sample.
    private int FirstAfter(double sample)
    {
        var (low, high) = (0, _isHeard.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _track.Starts[middle] + _track.SampleCounts[middle] <= sample ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

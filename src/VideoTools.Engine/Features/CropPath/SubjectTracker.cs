// The one subject of a scene, from the boxes of its samples.
// Method: the chain of boxes with the greatest sum of strengths, found for the whole scene at once by dynamic programming (Viterbi): a
// link costs the squared distance in relation to what may be gone in the time, at most SwitchCost, so that changing to another subject
// must pay by its strength for seconds; samples may be left out (a detection that is missing, or false) for MostGap. So it never jumps
// for a moment and never lies between two subjects. Cost: samples * gap * boxes^2, some 150 operations a sample and box.
namespace VideoTools.Engine.Features.CropPath;

/// <summary>Chooses a chain of boxes.</summary>
internal static class SubjectTracker
{
    // Two and a half seconds of a strong subject, five of one that only stands out: a subject that is gone leaves a window that waits.
    private const double SwitchCost = 12;
    private const double MostGap = 2;
    private const double GapCost = 0.02;

    // Distances in picture widths: how far a box is wrong, and how far a subject gets in a second.
    private const double Looseness = 0.04;
    private const double Speed = 0.5;

    /// <summary>The chain: a box for each sample that has one of it, null for the others.</summary>
    /// <param name="samples">Samples in the order of time.</param>
    /// <param name="heightPerWidth">Height of the picture divided by its width.</param>
    public static SubjectBox?[] Track(IReadOnlyList<SaliencySample> samples, double heightPerWidth)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var chain = new SubjectBox?[samples.Count];
        var scores = samples.Select(sample => new double[sample.Subjects.Count]).ToArray();
        var links = samples.Select(sample => new (int Sample, int Box)[sample.Subjects.Count]).ToArray();
        var best = (Score: 0.0, Sample: -1, Box: -1);
        for (var i = 0; i < samples.Count; i++)
        {
            // What came earlier than the gap can be reached only by a change of subject.
            var before = best;
            for (var b = 0; b < samples[i].Subjects.Count; b++)
            {
                var box = samples[i].Subjects[b];
                var (score, link) = (0.0, (-1, -1));
                if (before.Sample >= 0 && before.Score - SwitchCost > score)
                {
                    (score, link) = (before.Score - SwitchCost, (before.Sample, before.Box));
                }

                for (var j = i - 1; j >= 0 && samples[i].Seconds - samples[j].Seconds <= MostGap; j--)
                {
                    for (var c = 0; c < samples[j].Subjects.Count; c++)
                    {
                        var gone = samples[i].Seconds - samples[j].Seconds;
                        var linked = scores[j][c] - Cost(samples[j].Subjects[c], box, gone, heightPerWidth);
                        if (linked > score)
                        {
                            (score, link) = (linked, (j, c));
                        }
                    }
                }

                scores[i][b] = score + box.Strength;
                links[i][b] = link;
                if (scores[i][b] > best.Score)
                {
                    best = (scores[i][b], i, b);
                }
            }
        }

        for (var (i, b) = (best.Sample, best.Box); i >= 0; (i, b) = links[i][b])
        {
            chain[i] = samples[i].Subjects[b];
        }

        return chain;
    }

    private static double Cost(SubjectBox from, SubjectBox to, double seconds, double heightPerWidth)
    {
        var (dx, dy) = (to.X - from.X, (to.Y - from.Y) * heightPerWidth);
        var reach = Looseness + (Speed * seconds);
        return Math.Min(SwitchCost, ((dx * dx) + (dy * dy)) / (reach * reach)) + (GapCost * seconds);
    }
}

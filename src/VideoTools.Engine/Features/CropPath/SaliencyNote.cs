// Compact, because a film of two hours has 36000 samples: about 60 bytes each in memory, and a map of a few hundred bytes for two seconds.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>The samples of about two seconds, with the mean map of what draws the eye. Its columns are what the cache keeps.</summary>
internal sealed record SaliencyNote
{
    private const int BoxValues = 7;
    private const double Units = 10_000;
    private const double TimeUnits = 100_000;

    /// <summary>Time of the first sample.</summary>
    public required double Seconds { get; init; }

    /// <summary>Width of the displayed picture.</summary>
    public required int VideoWidth { get; init; }

    /// <summary>Height of the displayed picture.</summary>
    public required int VideoHeight { get; init; }

    /// <summary>Width of the picture that was looked at.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the picture that was looked at.</summary>
    public required int Height { get; init; }

    /// <summary>End of the last frame; only in the last note, else 0.</summary>
    public double EndSeconds { get; init; }

    /// <summary>How whole the input was; known in the last note.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>For every sample: time after the first, bars and flags, number of subjects, and each of them.</summary>
    public required ValueList<int> Values { get; init; }

    /// <summary>Columns of <see cref="Map"/>.</summary>
    public required int MapColumns { get; init; }

    /// <summary>Mean map, row by row, 0 to 255.</summary>
    public required ReadOnlyMemory<byte> Map { get; init; }

    /// <summary>Samples as the values of a note.</summary>
    public static ValueList<int> Pack(IReadOnlyList<SaliencySample> samples)
    {
        List<int> values = [];
        foreach (var sample in samples)
        {
            values.Add((int)Math.Round((sample.Seconds - samples[0].Seconds) * TimeUnits));
            values.AddRange([sample.Bars.Left, sample.Bars.Top, sample.Bars.Right, sample.Bars.Bottom]);
            values.Add((sample.Bars.IsLetterbox ? 1 : 0) + (sample.Bars.IsPillarbox ? 2 : 0) + (sample.Bars.IsDark ? 4 : 0));
            values.Add(sample.Subjects.Count);
            foreach (var box in sample.Subjects)
            {
                values.AddRange(new[] { box.Left, box.Top, box.Right, box.Bottom, box.X, box.Y, box.Strength }
                    .Select(value => (int)Math.Round(value * Units)));
            }
        }

        return new ValueList<int>(values);
    }

    /// <summary>The samples.</summary>
    public IEnumerable<SaliencySample> Samples()
    {
        for (var at = 0; at < Values.Count;)
        {
            var (time, flags, count) = (Values[at], Values[at + 5], Values[at + 6]);
            var bars = new BarEdges(
                Values[at + 1], Values[at + 2], Values[at + 3], Values[at + 4], (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
            at += 7;
            var boxes = new SubjectBox[count];
            for (var i = 0; i < count; i++, at += BoxValues)
            {
                boxes[i] = new SubjectBox(
                    Values[at] / Units, Values[at + 1] / Units, Values[at + 2] / Units, Values[at + 3] / Units,
                    Values[at + 4] / Units, Values[at + 5] / Units, Values[at + 6] / Units);
            }

            yield return new SaliencySample(Seconds + (time / TimeUnits), bars, boxes);
        }
    }
}

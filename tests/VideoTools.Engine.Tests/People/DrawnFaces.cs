using VideoTools.TestMedia.Rendering;

namespace VideoTools.Engine.Tests.People;

/// <summary>Faces of people that are points in the space of embeddings, with noise.</summary>
internal static class DrawnFaces
{
    private const int Size = 128;

    /// <summary>A face of a person.</summary>
    /// <param name="person">The person: another number, another direction.</param>
    /// <param name="file">The video.</param>
    /// <param name="track">The track.</param>
    /// <param name="seconds">The time.</param>
    /// <param name="noise">Length of the noise beside the person's own direction.</param>
    public static VideoFace Face(int person, string file, int track, double seconds, double noise = 0.6)
    {
        var values = Direction(1000 + person).Zip(
            Direction((file, track, seconds).ToString().Aggregate(17, (hash, c) => (hash * 31) + c)), (a, b) => a + (noise * b));
        return new VideoFace
        {
            FullName = file,
            TrackId = track,
            Seconds = seconds,
            Time = TimeSpan.FromSeconds(seconds),
            Frame = (long)(seconds * 2),
            FacesInFrame = 1,
            FaceIndex = 1,
            Width = 100,
            Height = 100,
            Quality = 0.8,
            Sharpness = 100,
            CompositeScore = 0.5,
            Embedding = new ValueList<double>(values),
        };
    }

    private static double[] Direction(int seed)
    {
        var random = new SplitMix((ulong)seed);
        double[] values = [.. Enumerable.Range(0, Size).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)];
        var length = Math.Sqrt(values.Sum(value => value * value));
        return Array.ConvertAll(values, value => value / length);
    }
}

namespace VideoTools.TestMedia.Models;

/// <summary>How far a converted model is from the original.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Output">Name of the output.</param>
/// <param name="Values">Numbers compared, over all pictures.</param>
/// <param name="LargestDifference">Largest absolute difference.</param>
/// <param name="LargestValue">Largest absolute number of the original, for scale.</param>
public sealed record ModelComparison(string Model, string Output, int Values, double LargestDifference, double LargestValue)
{
    /// <summary>Compares a model on noise, on an even picture and on a frame of a film.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="original">The tfjs model's JSON file.</param>
    /// <param name="shape">Shape of its input: 1, height, width, channels.</param>
    /// <param name="most">Most pictures.</param>
    /// <param name="run">Runs the converted model on one picture; gives its outputs by name.</param>
    public static List<ModelComparison> Of(
        string name, string original, IReadOnlyList<long> shape, int most, Func<float[], IReadOnlyDictionary<string, float[]>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<float[]> pictures = [.. Pictures(shape).Take(most)];
        var expected = TfjsReference.Run(original, shape, pictures);
        List<IReadOnlyDictionary<string, float[]>> actual = [.. pictures.Select(run)];
        return [.. expected[0].Keys.Select(output => Compare(name, output, expected, actual))];
    }

    /// <summary>What models are compared on: noise from 0 to 1 and from -1 to 1, a grey picture, and a frame where a film is there.</summary>
    public static List<float[]> Pictures(IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var (height, width, channels) = ((int)shape[1], (int)shape[2], (int)shape[3]);
        var noise = new Random(11);
        float[] Make(Func<float> next) => [.. Enumerable.Range(0, height * width * channels).Select(_ => next())];
        List<float[]> pictures = [Make(noise.NextSingle), Make(() => (noise.NextSingle() * 2) - 1), Make(() => 0.5f)];
        if (Ffmpeg.IsAvailable && RealClips.BigBuckBunny is { } film)
        {
            pictures.Add(Frame(film, width, height, channels));
        }

        return pictures;
    }

    private static float[] Frame(string film, int width, int height, int channels)
    {
        var file = Path.GetTempFileName();
        try
        {
            Ffmpeg.Run("-y", "-ss", "5", "-i", film, "-frames:v", "1", "-vf", $"scale={width}:{height}", "-pix_fmt", channels == 1 ? "gray" : "rgb24",
                "-f", "rawvideo", file);
            return Array.ConvertAll(File.ReadAllBytes(file), value => value / 255f);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ModelComparison Compare(
        string model, string output, List<Dictionary<string, float[]>> expected, List<IReadOnlyDictionary<string, float[]>> actual)
    {
        var (count, difference, largest) = (0, 0.0, 0.0);
        for (var picture = 0; picture < expected.Count; picture++)
        {
            var (wanted, got) = (expected[picture][output], actual[picture][output]);
            if (wanted.Length != got.Length)
            {
                throw new InvalidOperationException($"{model}: {output} has {got.Length} numbers where the original has {wanted.Length}.");
            }

            for (var i = 0; i < wanted.Length; i++)
            {
                // Not a number in either makes the difference so, and no limit holds for that.
                difference = double.IsNaN(wanted[i] - got[i]) ? double.PositiveInfinity : Math.Max(difference, Math.Abs(wanted[i] - got[i]));
                largest = Math.Max(largest, Math.Abs(wanted[i]));
            }

            count += wanted.Length;
        }

        return new ModelComparison(model, output, count, difference, largest);
    }
}

// The portraits of the test media, each drawn again and again: at five sizes, five turns, in six lights and noises, over other pictures, half of
// them mirrored; found and measured by the engine's reader of faces. And faces that were never drawn: points in the space of embeddings.
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Numerics;
using VideoTools.Engine.People;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Benchmarks.People;

/// <summary>Faces whose person is known.</summary>
internal static class PortraitFaces
{
    /// <summary>Pictures of each portrait.</summary>
    public const int Variants = 12;

    private const int Width = 640;
    private const int Height = 400;

    private static readonly List<int> Photographs =
        [.. FacePictures.Portraits.Select(portrait => FacePictures.All.Index().First(pair => pair.Item == portrait.Picture).Index)];

    private static readonly double[] Heights = [48, 64, 90, 130, 200];
    private static readonly double[] Angles = [0, -12, 12, -25, 25];

    /// <summary>The person of a face.</summary>
    public static string PersonOf(VideoFace face) => face.FullName.Split('/')[1];

    /// <summary>The photograph that a person is from; drawn faces are all from one.</summary>
    public static int PhotographOf(string person) => int.Parse(person, CultureInfo.InvariantCulture) is var number && number < Photographs.Count
        ? Photographs[number]
        : -1;

    /// <summary>Draws and finds; a face that is not found is left out.</summary>
    public static List<VideoFace> Find()
    {
        var options = new FaceOptions();
        RgbImage[] grounds =
        [
            RgbImage.Read(RealClips.BigBuckBunny!, Width, Height, 2),
            RgbImage.Generate("gradients=s=640x400:seed=7", Width, Height, 3),
            RgbImage.Generate("mandelbrot=s=640x400", Width, Height, 20),
        ];
        List<VideoFace> faces = [];
        foreach (var (person, (picture, portrait)) in FacePictures.Portraits.Index())
        {
            for (var variant = 0; variant < Variants; variant++)
            {
                var number = (person * Variants) + variant;
                var canvas = grounds[number % grounds.Length].Clone();
                var truth = FaceComposer.Draw(
                    canvas, picture.Image, portrait, Width * 0.5, Height * 0.5, Heights[number % Heights.Length], Angles[(number / 2) % Angles.Length]);
                Change(canvas, variant);
                if (FaceBench.Of(truth, FaceBench.Find(canvas, options)) is { Embedding.Count: > 0 } finding)
                {
                    faces.Add(ToFace(finding, $"/{person:00}/{variant:00}") with { Frame = variant, Seconds = variant });
                }
            }
        }

        return faces;
    }

    /// <summary>Faces of people that are points: as far from their person as portraits are.</summary>
    public static List<VideoFace> Draw(int count)
    {
        var random = new SplitMix(3);
        var people = Enumerable.Range(0, count / 50).Select(_ => Direction(random)).ToArray();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var person = random.Next(0, people.Length - 1);
            var noise = Direction(random);
            return new VideoFace
            {
                FullName = FormattableString.Invariant($"/{1000 + person}/{i}"),
                TrackId = 1,
                Width = 100,
                Height = 100,
                Quality = 0.8,
                Sharpness = 100,
                FacesInFrame = 1,
                Embedding = new ValueList<double>(people[person].Select((value, j) => value + (0.85 * noise[j]))),
            };
        })];
    }

    /// <summary>How like pairs of the same person and of two people are.</summary>
    public static void AppendCosines(StringBuilder text, IReadOnlyList<VideoFace> faces)
    {
        var units = faces.Select(face => (Person: PersonOf(face), Unit: FaceTracks.Unit(face.Embedding))).ToArray();
        var pairs = units.SelectMany((a, i) => units.Take(i).Select(b => (IsSame: a.Person == b.Person, Cosine: AverageLinkage.Dot(a.Unit, b.Unit), a, b)))
            .Where(pair => PhotographOf(pair.a.Person) == PhotographOf(pair.b.Person)).ToList();
        double Of(bool isSame, double share)
        {
            double[] sorted = [.. pairs.Where(pair => pair.IsSame == isSame).Select(pair => pair.Cosine).Order()];
            return sorted[(int)(share * (sorted.Length - 1))];
        }

        text.Append(CultureInfo.InvariantCulture, $"Cosines of one person: 1 % below {Of(true, 0.01):0.00}, 5 % below {Of(true, 0.05):0.00}, median {Of(true, 0.5):0.00}; ")
            .Append(CultureInfo.InvariantCulture, $"of two in one photograph: median {Of(false, 0.5):0.00}, 99 % below {Of(false, 0.99):0.00}, 99.9 % below {Of(false, 0.999):0.00}.");
    }

    private static VideoFace ToFace(FaceFinding finding, string name)
    {
        var info = new VideoInfo { FullName = name, Container = "image2", Width = Width, Height = Height, CodedWidth = Width, CodedHeight = Height };
        return new FaceScale(info, Width, Height, InferenceDevice.Cpu)
            .ToRecord(finding, new FaceMoment(0, 0, new Rational(1, 25)), RecordStatus.Ok) with { TrackId = 1, FaceIndex = 1, FacesInFrame = 1 };
    }

    private static void Change(RgbImage image, int variant)
    {
        var random = new SplitMix((ulong)variant);
        var (gain, lift, noise) = (variant % 6) switch
        {
            1 => (0.55, 0.0, 0),
            2 => (1.2, 15, 0),
            3 => (1, 0, 24),
            4 => (0.7, 40, 8),
            5 => (0.8, 0, 14),
            _ => (1.0, 0.0, 0),
        };
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var value = (image.Pixels[i] * gain) + lift + (noise > 0 ? random.Next(-noise, noise) : 0);
            image.Pixels[i] = (byte)Math.Clamp(value, 0, 255);
        }

        for (var row = 0; variant % 2 == 1 && row < image.Height; row++)
        {
            Mirror(image.Pixels.AsSpan(row * image.Width * 3, image.Width * 3));
        }
    }

    // The face stands in the middle, and stays there.
    private static void Mirror(Span<byte> row)
    {
        row.Reverse();
        for (var i = 0; i < row.Length; i += 3)
        {
            (row[i], row[i + 2]) = (row[i + 2], row[i]);
        }
    }

    private static double[] Direction(SplitMix random)
    {
        double[] values = [.. Enumerable.Range(0, 128).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)];
        var length = Math.Sqrt(values.Sum(value => value * value));
        return Array.ConvertAll(values, value => value / length);
    }
}

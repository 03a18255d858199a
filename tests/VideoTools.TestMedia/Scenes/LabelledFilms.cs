using System.Text.Json;

namespace VideoTools.TestMedia.Scenes;

/// <summary>The real clips with labels made by hand (tests/assets/truth). Only those that are on this machine.</summary>
public static class LabelledFilms
{
    private static readonly (string File, Func<string?> Path)[] Films =
    [
        ("big_buck_bunny.json", () => RealClips.BigBuckBunny),
        ("sintel_trailer.json", () => RealClips.SintelTrailer),
        ("example_movie.json", () => RealClips.ExampleMovie),
    ];

    /// <summary>The labelled clips that were found.</summary>
    public static IReadOnlyList<SceneClip> Load() =>
        [.. Films.Select(f => (f.File, Path: f.Path())).Where(f => f.Path is not null).Select(f => Read(f.File, f.Path!))];

    private static SceneClip Read(string file, string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryPaths.TestAssets, "truth", file)));
        var root = document.RootElement;
        if (!Rational.TryParse(root.GetProperty("frameRate").GetString(), out var rate))
        {
            throw new InvalidDataException($"{file}: frameRate is not a ratio.");
        }

        return new SceneClip
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Path = path,
            FrameRate = rate,
            FrameCount = root.GetProperty("frameCount").GetInt32(),
            Transitions = [.. root.GetProperty("transitions").EnumerateArray().Select(t => Transition(t, rate))],
            Ignored = [.. root.GetProperty("ignored").EnumerateArray().Select(r => (r[0].GetInt64(), r[1].GetInt64()))],
        };
    }

    private static SceneTransition Transition(JsonElement element, Rational rate)
    {
        var (first, last) = (element.GetProperty("first").GetInt64(), element.GetProperty("last").GetInt64());
        var kind = Enum.Parse<TransitionKind>(element.GetProperty("kind").GetString()!);
        return new SceneTransition(kind, first, last, first / rate.ToDouble(), last / rate.ToDouble());
    }
}

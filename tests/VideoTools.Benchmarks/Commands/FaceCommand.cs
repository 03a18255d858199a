using VideoTools.Benchmarks.Faces;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Finds faces in photographs, composites, textures and films: the numbers of docs/accuracy-faces.md.</summary>
internal sealed class FaceCommand : ICommand
{
    public string Summary => "score faces (--only photographs|composites|empty|eyes|film|cost, --score S, --size S, --explain, --pictures)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (FacePictures.Folder is null || RealClips.BigBuckBunny is null)
        {
            Console.Error.WriteLine("NOT RUN: the photographs or films are missing (the build's test task fetches them).");
            return 1;
        }

        var options = new FaceOptions();
        options = options with
        {
            MinimumScore = Number(arguments, "--score") ?? options.MinimumScore,
            MinimumSize = Number(arguments, "--size") ?? options.MinimumSize,
        };
        var only = Value(arguments, "--only");
        Part("photographs", () => DetectionScore.Photographs(options, arguments.Contains("--explain")));
        Part("composites", () => DetectionScore.Composites(options));
        Part("empty", () => DetectionScore.Empty(options));
        Part("eyes", () => EyeScore.Print(options, arguments.Contains("--explain")));
        Part("film", () => FaceFilm.Print(
            options, arguments.Contains("--pictures") ? Path.Combine(RepositoryPaths.Root, "docs", "images", "faces-sintel.jpg") : null));
        Part("cost", () => FaceCost.Print(options));
        return 0;

        void Part(string name, Action action)
        {
            if (only is null || only == name)
            {
                action();
            }
        }
    }

    private static double? Number(IReadOnlyList<string> arguments, string name) =>
        Value(arguments, name) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Value(IReadOnlyList<string> arguments, string name)
    {
        var at = arguments.ToList().IndexOf(name);
        return at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : null;
    }
}

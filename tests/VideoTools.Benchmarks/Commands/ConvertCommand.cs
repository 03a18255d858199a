using System.Globalization;
using VideoTools.Engine.Inference;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Models;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Compares the models that the build converted with the originals, run by tfjs: the table of docs/decisions/0023-models-from-tfjs.md.</summary>
internal sealed class ConvertCommand : ICommand
{
    private static readonly (string Name, string Original, int Side, int Channels)[] Models =
    [
        ("facemesh-468", "facemesh.json", 192, 3),
        ("face-iris", "iris.json", 64, 3),
        ("face-emotion", "emotion.json", 64, 1),
        ("hand-detect", "handdetect.json", 256, 3),
        ("hand-landmark", "handlandmark-full.json", 224, 3),
    ];

    public string Summary => "compare converted models with tfjs (needs node; build.sh test fetches tfjs, build.sh models the hands)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Describe(Needs.Tfjs) is { } missing)
        {
            Console.Error.WriteLine("NOT RUN: " + missing);
            return 1;
        }

        var largest = 0.0;
        Console.WriteLine("| model | output | numbers | largest difference | largest number |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, original, side, channels) in Models)
        {
            var catalogue = ModelCatalogue.Default;
            var entry = catalogue.Get(name);
            if (!catalogue.IsPresent(entry))
            {
                Console.WriteLine($"| {name} | not fetched | | | |");
                continue;
            }

            using var sessions = new ModelSessions(catalogue);
            var session = sessions.Get(name);
            long[] shape = [1, side, side, channels];
            var compared = ModelComparison.Of(
                name, Path.Combine(RepositoryPaths.Assets, entry.Package, original), shape, int.MaxValue, picture => Run(session, picture, shape));
            foreach (var one in compared)
            {
                largest = Math.Max(largest, one.LargestDifference);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {name} | {one.Output} | {one.Values} | {one.LargestDifference:0.0e+0} | {one.LargestValue:G4} |"));
            }
        }

        return largest <= 1e-3 ? 0 : 1;
    }

    private static Dictionary<string, float[]> Run(ModelSession session, float[] picture, long[] shape)
    {
        using var input = ModelTensor.Over(picture, shape);
        return session.Run([input], outputs => session.OutputNames.Index()
            .ToDictionary(output => output.Item, output => outputs[output.Index].Floats.ToArray(), StringComparer.Ordinal));
    }
}

using VideoTools.Engine.Inference;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Models;

namespace VideoTools.Conversion.Tests;

/// <summary>The converted models give what tfjs gives.</summary>
public class ModelsEqualOriginalsTests
{
    private const double Limit = 1e-3;

    [RequiresTheory(Needs.Tfjs)]
    [InlineData("facemesh-468", "facemesh.json", 192, 3)]
    [InlineData("face-iris", "iris.json", 64, 3)]
    [InlineData("face-emotion", "emotion.json", 64, 1)]
    [InlineData("hand-detect", "handdetect.json", 256, 3)]
    [InlineData("hand-landmark", "handlandmark-full.json", 224, 3)]
    public void LargestDifference_IsBelowALimit(string name, string original, int side, int channels)
    {
        var catalogue = ModelCatalogue.Default;
        var entry = catalogue.Get(name);
        if (!catalogue.IsPresent(entry))
        {
            // Models of hands are fetched on demand.
            Assert.False(entry.IsDefault, $"{name} is not there.");
            Console.Error.WriteLine($"NOT COMPARED: {name} is not fetched (./build.sh models).");
            return;
        }

        using var sessions = new ModelSessions(catalogue);
        var session = sessions.Get(name);
        long[] shape = [1, side, side, channels];
        // tfjs takes seconds for a picture of the larger models: noise alone there (the command "convert" takes all).
        var most = side > 192 ? 1 : int.MaxValue;
        var compared = ModelComparison.Of(name, Path.Combine(RepositoryPaths.Assets, entry.Package, original), shape, most, picture =>
        {
            using var input = ModelTensor.Over(picture, shape);
            return session.Run([input], outputs => session.OutputNames.Index()
                .ToDictionary(output => output.Item, output => outputs[output.Index].Floats.ToArray(), StringComparer.Ordinal));
        });

        Assert.NotEmpty(compared);
        Assert.All(compared, c => Assert.True(c.LargestDifference <= Limit, $"{c.Model} {c.Output}: {c.LargestDifference}"));
        Assert.All(compared, c => Assert.True(c.LargestValue > 0, $"{c.Model} {c.Output} is nothing but 0."));
    }
}

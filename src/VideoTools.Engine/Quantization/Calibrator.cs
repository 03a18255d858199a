// Method: the folded model runs with the values that are to be bytes as outputs, once for their ends and once for their histograms.
// Outputs are asked for in groups, so that memory is bounded. Cost: two runs a group and picture.
using Google.Protobuf;
using VideoTools.Engine.Inference;
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>Finds the ranges of values.</summary>
internal static class Calibrator
{
    private const int GroupSize = 48;

    /// <summary>Measures values over pictures.</summary>
    /// <param name="graph">The folded graph.</param>
    /// <param name="values">Their names.</param>
    /// <param name="pictures">What goes into the model.</param>
    /// <param name="threads">Threads of the runs.</param>
    /// <param name="progress">Takes how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Dictionary<string, ValueHistogram> Measure(
        LayerGraph graph, IReadOnlyCollection<string> values, IReadOnlyList<ModelPicture> pictures, int threads,
        Action<double> progress, CancellationToken cancellationToken)
    {
        var histograms = values.ToDictionary(value => value, _ => new ValueHistogram(), StringComparer.Ordinal);
        var inputs = graph.Model.Graph.Input.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        string[][] groups = [.. values.Where(value => !inputs.Contains(value)).Chunk(GroupSize)];
        var (done, all) = (0, 2 * pictures.Count * groups.Length);
        foreach (var group in groups)
        {
            using var model = RawModel.Open(WithOutputs(graph, group), threads, "calibration");
            foreach (var isFirst in new[] { true, false })
            {
                foreach (var picture in pictures)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    using var tensor = picture.ToTensor();
                    using var outputs = model.Run(tensor);
                    for (var i = 0; i < outputs.Count; i++)
                    {
                        Take(histograms[model.OutputNames[i]], outputs[i].Floats, isFirst);
                    }

                    progress((double)++done / all);
                }
            }
        }

        foreach (var name in values.Where(inputs.Contains))
        {
            foreach (var isFirst in new[] { true, false })
            {
                foreach (var picture in pictures)
                {
                    Take(histograms[name], picture.Values, isFirst);
                }
            }
        }

        return histograms;
    }

    private static void Take(ValueHistogram histogram, ReadOnlySpan<float> values, bool isFirst)
    {
        if (isFirst)
        {
            histogram.Widen(values);
        }
        else
        {
            histogram.Count(values);
        }
    }

    private static byte[] WithOutputs(LayerGraph graph, IEnumerable<string> values)
    {
        var model = graph.Model.Clone();
        model.Graph.Output.Clear();
        foreach (var value in values)
        {
            // The runtime finds the shape.
            var output = OnnxNode.Floats(value, []);
            output.Type.TensorType.Shape = null;
            model.Graph.Output.Add(output);
        }

        return model.ToByteArray();
    }
}

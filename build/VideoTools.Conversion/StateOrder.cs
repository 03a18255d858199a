// Method: a normalization in front of a product gives its numbers sizes that are known before anything runs: the factor and the summand of
// each. Sorted by them, the numbers of a block are of one size, and rounding to whole numbers of the block loses little of any.
// Units: none. Cost: one look-up of a row of states a token, one of a row of the table where a token is looked up.
using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>The order of a decoder's last states by size.</summary>
internal sealed class StateOrder
{
    private const string Order = "states/order";
    private const string Places = "states/places";
    private readonly int[] _order;

    private StateOrder(int[] order) => _order = order;

    /// <summary>The order by the last normalization of all branches; null where they have none in common.</summary>
    /// <param name="graph">Has the factors and summands.</param>
    /// <param name="branches">What gives the states.</param>
    /// <param name="states">The name of the states in each branch.</param>
    /// <param name="numbers">How many numbers a state has.</param>
    public static StateOrder? Find(GraphProto graph, GraphProto[] branches, string[] states, long numbers)
    {
        var sizes = branches.Zip(states, (branch, name) => Sizes(graph, branch, name, numbers)).ToArray();
        return sizes[0] is { } first && sizes.All(other => other is not null && first.SequenceEqual(other))
            ? new StateOrder([.. Enumerable.Range(0, first.Length).OrderBy(i => first[i])])
            : null;
    }

    /// <summary>Sorts the states behind the choice of a branch, and the table's rows in the same way.</summary>
    /// <returns>The node that sorts.</returns>
    public NodeProto Sort(GraphProto graph, TensorProto table, string states, string sorted)
    {
        graph.Initializer.Add(OnnxTensor.Of(Order, Array.ConvertAll(_order, i => (long)i), _order.Length));
        var places = new long[_order.Length];
        for (var i = 0; i < _order.Length; i++)
        {
            places[_order[i]] = i;
        }

        graph.Initializer.Add(OnnxTensor.Of(Places, places, places.Length));
        var from = table.RawData.Span;
        var to = new byte[from.Length];
        for (var i = 0; i < to.Length; i++)
        {
            var column = i % _order.Length;
            to[i] = from[i - column + _order[column]];
        }

        table.RawData = ByteString.CopyFrom(to);
        return Pick(sorted, states, Order);
    }

    /// <summary>Gives a row of the table the order that it had.</summary>
    public static void Restore(GraphProto branch, string sorted, string row)
    {
        var maker = branch.Node.Single(node => node.Output.Contains(sorted));
        branch.Node.Insert(branch.Node.IndexOf(maker) + 1, Pick(row, sorted, Places));
    }

    private static NodeProto Pick(string output, string from, string places) =>
        OnnxNode.Of("Gather", output, [from, places], OnnxNode.Attribute("axis", 2L));

    // The states are a product with a factor for each number, plus a summand for each.
    private static float[]? Sizes(GraphProto graph, GraphProto branch, string states, long numbers)
    {
        var add = Maker(branch, states, "Add");
        var summand = add?.Input.Select(name => Values(graph, branch, name, numbers)).FirstOrDefault(v => v is not null);
        var multiply = add?.Input.Select(name => Maker(branch, name, "Mul")).FirstOrDefault(node => node is not null);
        var factor = multiply?.Input.Select(name => Values(graph, branch, name, numbers)).FirstOrDefault(v => v is not null);
        return factor is not null && summand is not null ? [.. factor.Zip(summand, (f, s) => Math.Abs(f) + Math.Abs(s))] : null;
    }

    private static NodeProto? Maker(GraphProto branch, string output, string kind) =>
        branch.Node.FirstOrDefault(node => node.OpType == kind && node.Output.Contains(output));

    private static float[]? Values(GraphProto graph, GraphProto branch, string name, long numbers) =>
        branch.Initializer.Concat(graph.Initializer).FirstOrDefault(t => t.Name == name) is { Dims: [var count] } values && count == numbers
            ? OnnxTensor.Floats(values)
            : null;
}

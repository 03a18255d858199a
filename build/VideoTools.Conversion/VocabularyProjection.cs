// Method: Whisper's decoder, as it is exported, has a choice of two branches (with and without what earlier steps computed), and at the
// end of each the table of tokens is turned, made floats and multiplied with: 27 million numbers of the base model become floats for every
// token that is said. The same product in whole numbers:
//   the branches give what comes before the product, and one product stands behind the choice: its packed table exists once;
//   the product is ONNX Runtime's MatMulNBits, which takes 8-bit weights in blocks with a factor each (all the same here) and makes the
//   other side whole numbers block by block, so that no number of it is lost beside a large one;
//   the other side is sorted by the factors of the normalization before it, so that large numbers share blocks with large ones, and the
//   table's numbers stand in the same order, and the block of the largest ones gets a second block, of what rounding took from it;
//   the table stays in the file once, in blocks: looking up a token puts its blocks together again, in the order they had.
// Results differ from the original's where a number of the other side is rounded: by a 250th of the largest of its block.
// Units: none. Cost: about a second, when the project is built.
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>The product with the table of tokens at the end of a decoder with two branches.</summary>
internal static class VocabularyProjection
{
    private const int BlockSize = 32;
    private const long WholeNumbers = 4;
    private const string RuntimeDomain = "com.microsoft";

    private sealed record Product(NodeProto Turn, NodeProto ToFloats, NodeProto Multiply, string Table, string Scale, string Zero)
    {
        public string Input => Multiply.Input[0];
    }

    /// <summary>Rewrites a model; false when it has no such product.</summary>
    public static bool Rewrite(ModelProto model)
    {
        var graph = model.Graph;
        var choice = graph.Node.FirstOrDefault(node => node.OpType == "If" && Branches(node).Length == 2);
        if (choice is null)
        {
            return false;
        }

        var branches = Branches(choice);
        for (var i = 0; i < choice.Output.Count; i++)
        {
            var products = branches.Select(branch => Find(branch, branch.Output[i].Name)).OfType<Product>().ToArray();
            if (products.Length == 2 && products[0].Table == products[1].Table && products[0].Scale == products[1].Scale
                && graph.Initializer.FirstOrDefault(t => t.Name == products[0].Table) is { Dims: [var tokens, var numbers] } table
                && table.DataType == (int)TensorProto.Types.DataType.Uint8 && numbers % BlockSize == 0)
            {
                Rewrite(model, choice, i, branches, products, table, tokens, numbers);
                return true;
            }
        }

        return false;
    }

    private static void Rewrite(
        ModelProto model, NodeProto choice, int output, GraphProto[] branches, Product[] products, TensorProto table, long tokens,
        long numbers)
    {
        var graph = model.Graph;
        var logits = choice.Output[output];
        var states = logits + "/states";
        var order = StateOrder.Find(graph, branches, [.. products.Select(p => p.Input)], numbers);
        foreach (var (branch, product) in branches.Zip(products))
        {
            branch.Node.Remove(product.Turn);
            branch.Node.Remove(product.ToFloats);
            branch.Node.Remove(product.Multiply);
            Give(branch, output, product.Input, numbers);
            JoinBlocks(branch, table.Name, order is not null);
        }

        choice.Output[output] = states;
        var behind = graph.Node.IndexOf(choice) + 1;
        var input = states;
        if (order is not null)
        {
            (var sorted, input) = (states + "/sorted", states + "/mended");
            graph.Node.Insert(behind++, order.Sort(graph, table, states, sorted));
            foreach (var node in StateRemainder.Add(graph, table, sorted, input, BlockSize))
            {
                graph.Node.Insert(behind++, node);
            }
        }

        var width = table.Dims[1];
        var blocks = width / BlockSize;
        table.Dims.Clear();
        table.Dims.AddRange([tokens, blocks, BlockSize]);
        var (scale, zero) = (Single(graph, products[0].Scale), Single(graph, products[0].Zero));
        var (scales, zeros) = (logits + "/scales", logits + "/zeros");
        var count = (int)(tokens * blocks);
        graph.Initializer.Add(OnnxTensor.Of(scales, Enumerable.Repeat(OnnxTensor.Floats(scale)[0], count).ToArray(), count));
        graph.Initializer.Add(OnnxTensor.Of(zeros, Enumerable.Repeat(FirstByte(zero), count).ToArray(), count));
        var multiply = OnnxNode.Of("MatMulNBits", logits, [input, table.Name, scales, zeros],
            OnnxNode.Attribute("K", width), OnnxNode.Attribute("N", tokens), OnnxNode.Attribute("bits", 8),
            OnnxNode.Attribute("block_size", BlockSize), OnnxNode.Attribute("accuracy_level", WholeNumbers));
        multiply.Domain = RuntimeDomain;
        graph.Node.Insert(behind, multiply);
        if (!model.OpsetImport.Any(set => set.Domain == RuntimeDomain))
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = RuntimeDomain, Version = 1 });
        }
    }

    // The same extents as before, but the last.
    private static void Give(GraphProto branch, int output, string value, long numbers)
    {
        branch.Output[output].Name = value;
        branch.Output[output].Type.TensorType.Shape.Dim[^1] = new TensorShapeProto.Types.Dimension { DimValue = numbers };
        foreach (var described in branch.ValueInfo.Where(info => info.Name == value).ToList())
        {
            branch.ValueInfo.Remove(described);
        }
    }

    // A row of the table is looked up as blocks now; what follows takes it as the row that it was.
    private static void JoinBlocks(GraphProto branch, string table, bool isSorted)
    {
        foreach (var lookup in branch.Node.Where(node => node.OpType == "Gather" && node.Input[0] == table).ToList())
        {
            var row = lookup.Output[0];
            lookup.Name = lookup.Output[0] = row + "/blocks";
            var shape = row + "/shape";
            branch.Initializer.Add(OnnxTensor.Of(shape, [0L, 0L, -1L], 3));
            var joined = isSorted ? row + "/sorted" : row;
            branch.Node.Insert(branch.Node.IndexOf(lookup) + 1, OnnxNode.Of("Reshape", joined, [lookup.Output[0], shape]));
            if (isSorted)
            {
                StateOrder.Restore(branch, joined, row);
            }
        }
    }

    private static Product? Find(GraphProto branch, string output)
    {
        var makers = branch.Node.SelectMany(node => node.Output.Select(o => (o, node)))
            .ToLookup(p => p.o, p => p.node, StringComparer.Ordinal);
        return makers[output].FirstOrDefault() is { OpType: "MatMul" } multiply
            && makers[multiply.Input[1]].FirstOrDefault() is { OpType: "DequantizeLinear", Input.Count: 3 } floats
            && makers[floats.Input[0]].FirstOrDefault() is { OpType: "Transpose" } turn
                ? new Product(turn, floats, multiply, turn.Input[0], floats.Input[1], floats.Input[2])
                : null;
    }

    private static GraphProto[] Branches(NodeProto choice) => [.. choice.Attribute.Select(a => a.G).OfType<GraphProto>()];

    private static TensorProto Single(GraphProto graph, string name) =>
        graph.Initializer.FirstOrDefault(t => t.Name == name && OnnxTensor.Count(t) == 1)
        ?? throw new ConversionException($"The table of tokens has no single '{name}'.");

    private static byte FirstByte(TensorProto tensor) => tensor.RawData.Length > 0 ? tensor.RawData[0] : (byte)tensor.Int32Data[0];
}

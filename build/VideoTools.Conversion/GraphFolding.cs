// Method: PP-OCR's graphs as Paddle exports them spend a third of their time on single numbers: a factor and a summand after every
// convolution, and x * clip(x + 3, 0, 6) / 6 as four passes over the picture. The same functions with fewer passes:
//   a scalar Mul and Add after a Conv go into its weights and its bias;
//   the hard swish becomes x * HardSigmoid(x), the HardSigmoid behind a depthwise Conv that changes nothing, because ONNX Runtime keeps
//   its blocked layout through a Conv and what follows it, and leaves it for anything else;
//   a scalar Mul and Add after a hard swish go into the Convs of one pixel that follow, or become one depthwise Conv.
// Results differ from the original's in the last digits only: sums are taken in another order.
// Of a decoder that makes its table of tokens floats at every step, that product is rewritten instead (VocabularyProjection).
// Units: none. Cost: milliseconds, when the project is built.
using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>Rewrites an ONNX graph so that it computes the same in fewer passes.</summary>
public static class GraphFolding
{
    private const int FileVersion = 8;

    /// <summary>Rewrites a file. The same input gives the same bytes.</summary>
    /// <param name="file">The ONNX file.</param>
    /// <exception cref="ConversionException">It is no ONNX file.</exception>
    public static byte[] Convert(byte[] file)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(file);
        }
        catch (InvalidProtocolBufferException failure)
        {
            throw new ConversionException($"It is no ONNX file: {failure.Message}");
        }

        if (model.Graph is null)
        {
            throw new ConversionException("It holds no graph.");
        }

        if (VocabularyProjection.Rewrite(model))
        {
            return model.ToByteArray();
        }

        var graph = new FoldableGraph(model.Graph);
        while (graph.FoldAffineOfConvolution() || graph.FoldHardSwish() || graph.FoldAffineOfSwish())
        {
        }

        graph.Clean();

        // From version 4 on constants need not be inputs as well.
        model.IrVersion = FileVersion;
        return model.ToByteArray();
    }
}

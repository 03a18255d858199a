// Method: the weights of Whisper's quantised ONNX files, by the names of the nodes that take them, as half floats in whisper.cpp's format
// (the layout of its converter for the published weights). Nothing is fetched for it. Units: bytes. Cost: two seconds for the base model.
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using VideoTools.Onnx;

namespace VideoTools.TestMedia.Speech;

/// <summary>Makes a model for whisper.cpp of one for ONNX Runtime.</summary>
public sealed class GgmlConverter
{
    private const int Magic = 0x67676D6C, HalfFloats = 1, Bins = 201;

    private readonly SortedDictionary<string, (long[] Shape, float[] Values)> _tensors = new(StringComparer.Ordinal);

    private GgmlConverter(string folder)
    {
        Add(Load(folder, "encoder_model_quantized.onnx"), "encoder");
        Add(Load(folder, "decoder_model_merged_quantized.onnx"), "decoder");
    }

    /// <summary>The file of a model that lies in .assets; made when it is not in the cache. Null where the model is not there.</summary>
    /// <param name="size">tiny, base or small.</param>
    /// <param name="tokens">The bytes of its text tokens.</param>
    /// <param name="mel">Weight of a frequency bin in a mel band.</param>
    public static string? Create(string size, IReadOnlyList<byte[]> tokens, Func<int, int, float> mel)
    {
        var folder = Path.Combine(RepositoryPaths.Assets, "sts-whisper-" + size);
        return !File.Exists(Path.Combine(folder, "decoder_model_merged_quantized.onnx")) ? null : MediaCache.GetOrCreate(
            "ggml-" + size, $"ggml-{size}.bin", "1", path => new GgmlConverter(folder).Write(path, folder, tokens, mel));
    }

    private static ModelProto Load(string folder, string name) => ModelProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, name)));

    private void Add(ModelProto model, string part)
    {
        // Of a decoder's two branches the one that computes everything.
        var graph = model.Graph;
        var inner = graph.Node.SelectMany(n => n.Attribute).Select(a => a.G).OfType<GraphProto>()
            .Append(graph).MaxBy(g => g.Node.Count(n => n.OpType == "MatMulInteger"))!;
        var constants = graph.Initializer.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var (name, tensor) in constants.Where(c => c.Value.DataType == (int)TensorProto.Types.DataType.Float && c.Value.Dims.Count > 0))
        {
            var plain = name.Replace("_merged_0", "", StringComparison.Ordinal).Replace("model.decoder.", "", StringComparison.Ordinal);
            if (plain.EndsWith(".weight", StringComparison.Ordinal) || plain.EndsWith(".bias", StringComparison.Ordinal))
            {
                Keep(part, plain, [.. tensor.Dims], OnnxTensor.Floats(tensor));
            }
        }

        foreach (var node in inner.Node.Where(n => n.OpType is "MatMulInteger" or "ConvInteger"))
        {
            var weights = constants[node.Input[1]];
            var place = node.Output[0].Replace("/model/decoder/", "/", StringComparison.Ordinal).Split('/')[1..^1];
            var values = Floats(weights, constants);
            var isProduct = node.OpType == "MatMulInteger";
            Keep(part, string.Join('.', place) + ".weight",
                isProduct ? [weights.Dims[1], weights.Dims[0]] : [.. weights.Dims], isProduct ? Turn(values, weights.Dims) : values);
        }

        if (constants.Keys.FirstOrDefault(name => name.Contains("embed_tokens", StringComparison.Ordinal) && name.EndsWith("_quantized", StringComparison.Ordinal)) is { } table)
        {
            Keep(part, "embed_tokens.weight", [.. constants[table].Dims], Floats(constants[table], constants));
        }
    }

    private void Keep(string part, string name, long[] shape, float[] values)
    {
        var words = name.Split('.').ToList();
        var inLayer = words[0] == "layers";
        (string From, string To)[] names =
        [
            ("layers", "blocks"), ("self_attn", "attn"), ("encoder_attn", "cross_attn"), ("q_proj", "query"), ("k_proj", "key"),
            ("v_proj", "value"), ("out_proj", "out"), ("self_attn_layer_norm", "attn_ln"), ("encoder_attn_layer_norm", "cross_attn_ln"),
            ("fc1", "mlp.0"), ("fc2", "mlp.2"), ("final_layer_norm", "mlp_ln"), ("layer_norm", part == "encoder" ? "ln_post" : "ln"),
            ("embed_tokens", "token_embedding"),
        ];
        var renamed = string.Join('.', words.Select(word => names.FirstOrDefault(n => n.From == word).To ?? word));
        renamed = renamed == "embed_positions.weight" ? "positional_embedding" : renamed;
        var isColumn = !inLayer && name is "conv1.bias" or "conv2.bias";
        _tensors[$"{part}.{renamed}"] = (isColumn ? [shape[0], 1] : shape, values);
    }

    private static float[] Floats(TensorProto weights, Dictionary<string, TensorProto> constants)
    {
        var stem = weights.Name[..^"_quantized".Length];
        var scale = OnnxTensor.Floats(constants[stem + "_scale"])[0];
        var zeroPoint = constants[stem + "_zero_point"];
        var isSigned = weights.DataType == (int)TensorProto.Types.DataType.Int8;
        var zero = zeroPoint.RawData.Length > 0 ? (isSigned ? (sbyte)zeroPoint.RawData[0] : zeroPoint.RawData[0]) : zeroPoint.Int32Data[0];
        var bytes = weights.RawData.Span;
        var values = new float[bytes.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ((isSigned ? (sbyte)bytes[i] : bytes[i]) - zero) * scale;
        }

        return values;
    }

    private static float[] Turn(float[] values, IReadOnlyList<long> shape)
    {
        var (rows, columns) = ((int)shape[0], (int)shape[1]);
        var turned = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                turned[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return turned;
    }

    private void Write(string path, string folder, IReadOnlyList<byte[]> tokens, Func<int, int, float> mel)
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "config.json")));
        int Number(string name) => config.RootElement.GetProperty(name).GetInt32();
        using var writer = new BinaryWriter(File.Create(path));
        var bands = Number("num_mel_bins");
        int[] header =
        [
            Magic, Number("vocab_size"), Number("max_source_positions"), Number("d_model"), Number("encoder_attention_heads"),
            Number("encoder_layers"), Number("max_target_positions"), Number("d_model"), Number("decoder_attention_heads"),
            Number("decoder_layers"), bands, HalfFloats, bands, Bins,
        ];
        Array.ForEach(header, writer.Write);
        for (var i = 0; i < bands * Bins; i++)
        {
            writer.Write(mel(i / Bins, i % Bins));
        }

        writer.Write(tokens.Count);
        foreach (var token in tokens)
        {
            writer.Write(token.Length);
            writer.Write(token);
        }

        foreach (var (name, (shape, values)) in _tensors)
        {
            // What whisper.cpp adds to floats stays floats.
            var isHalf = shape.Length > 1 && !name.EndsWith("positional_embedding", StringComparison.Ordinal)
                && !name.EndsWith(".bias", StringComparison.Ordinal);
            writer.Write(shape.Length);
            writer.Write(Encoding.UTF8.GetByteCount(name));
            writer.Write(isHalf ? HalfFloats : 0);
            foreach (var extent in shape.Reverse())
            {
                writer.Write((int)extent);
            }

            writer.Write(Encoding.UTF8.GetBytes(name));
            writer.Write(isHalf
                ? MemoryMarshal.AsBytes(Array.ConvertAll(values, value => (Half)value).AsSpan())
                : MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }
}

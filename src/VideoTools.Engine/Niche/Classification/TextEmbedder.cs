// Method: WordPiece tokens (FastBertTokenizer), MiniLM, the mean of the last layer over all tokens, length 1 (Reimers & Gurevych 2019,
// "Sentence-BERT"; model all-MiniLM-L6-v2). One text per run: the model is quantised dynamically, with one scale over a whole batch, so
// that in a batch a text's numbers depend on its neighbours, and results on the throttle. Batches of 8 texts of like length would take
// half the time, but their vectors have cosines down to 0.98 with those of the texts alone (128 titles): enough to move confidences.
// Units: 384 numbers; cosine is the dot product. Cost: about 3 ms a sentence on two cores.
using System.Numerics.Tensors;
using FastBertTokenizer;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>
/// Turns texts into vectors that are near each other where meanings are. The model is loaded in the background from the start, so that
/// other things can be read meanwhile. Thread-safe.
/// </summary>
internal sealed class TextEmbedder(DeviceOrder device)
{
    private const int MaximumTokens = 128;

    private readonly Task<(BertTokenizer Tokenizer, ModelSession Session)> _model = BeginLoading(device);

    /// <summary>What the vectors depend on beside the text: the model and the device.</summary>
    /// <exception cref="VideoToolsException">ModelMissing.</exception>
    public string Identity
    {
        get
        {
            var session = Model.Session;
            return $"{string.Join(',', session.Model.Files.Select(file => file.Sha256))} on {session.Device}";
        }
    }

    // Loading goes on when one of those who wait for it is stopped.
    private (BertTokenizer Tokenizer, ModelSession Session) Model => _model.WaitAsync(CurrentWork.Stop).GetAwaiter().GetResult();

    /// <summary>Ends when the model is loaded, or cannot be.</summary>
    public Task Loading => _model;

    /// <summary>The vector of a text.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    public float[] Embed(string text, CancellationToken cancellationToken)
    {
        var (tokenizer, session) = Model;
        long[] ids, mask, types;
        lock (tokenizer)
        {
            var encoded = tokenizer.Encode(text, MaximumTokens);
            (ids, mask, types) = (encoded.InputIds.ToArray(), encoded.AttentionMask.ToArray(), encoded.TokenTypeIds.ToArray());
        }

        using var first = ModelTensor.Over(ids, 1, ids.Length);
        using var second = ModelTensor.Over(mask, 1, mask.Length);
        using var third = ModelTensor.Over(types, 1, types.Length);
        return session.Run(
            [first, second, third], outputs => Pool(outputs[0].Floats, ids.Length),
            ["input_ids", "attention_mask", "token_type_ids"], cancellation: cancellationToken);
    }

    private static float[] Pool(ReadOnlySpan<float> states, int tokens)
    {
        var size = states.Length / tokens;
        var mean = new float[size];
        for (var i = 0; i < tokens; i++)
        {
            TensorPrimitives.Add(mean, states.Slice(i * size, size), mean);
        }

        var norm = TensorPrimitives.Norm<float>(mean);
        TensorPrimitives.Divide(mean, norm > 0 ? norm : 1, mean);
        return mean;
    }

    // For all who will ask, not for the one whose work it begins in.
    private static Task<(BertTokenizer Tokenizer, ModelSession Session)> BeginLoading(DeviceOrder device)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(() => Load(device));
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => Load(device));
        }
    }

    private static (BertTokenizer Tokenizer, ModelSession Session) Load(DeviceOrder device)
    {
        var sessions = ModelSessions.Shared;
        var model = sessions.Catalogue.GetDefault(ModelKind.TextEmbedding);
        var tokenizer = Task.Run(() => LoadTokenizer(sessions.Catalogue, model));
        var session = sessions.Get(model.Name, device);
        return (tokenizer.GetAwaiter().GetResult(), session);
    }

    private static BertTokenizer LoadTokenizer(ModelCatalogue catalogue, ModelEntry model)
    {
        var bytes = catalogue.ReadBytes(model, "tokenizer");
        try
        {
            var tokenizer = new BertTokenizer();
            using var stream = new MemoryStream(bytes);
            tokenizer.LoadTokenizerJson(stream);
            return tokenizer;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            throw new VideoToolsException(
                VideoErrorId.ModelCorrupt, catalogue.GetPath(model, "tokenizer"),
                $"The tokenizer of '{model.Name}' cannot be read: {broken.Message}", ModelCatalogue.HowToGet(model), broken);
        }
    }
}

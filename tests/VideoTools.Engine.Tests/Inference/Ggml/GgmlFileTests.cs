using VideoTools.Engine.Inference.Ggml;
using VideoTools.Engine.Tests.Features.Speech;

namespace VideoTools.Engine.Tests.Inference.Ggml;

/// <summary>A model of the user's is looked through before native code sees it; a bad one is one clear error.</summary>
public sealed class GgmlFileTests : IDisposable
{
    // Up to the number of tokens: magic, eleven numbers, two of the filters, 80 x 201 weights.
    private const int TokensAt = (14 * 4) + (80 * 201 * 4);

    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-ggml-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresModelFact("whisper-base")]
    public void Read_WholeModel_TellsItsSize()
    {
        var header = GgmlFile.Read(UserModel.File);

        Assert.Equal((51865, 512, 6, 512, 6, 80), (
            header.Vocabulary, header.AudioStates, header.AudioLayers, header.TextStates, header.TextLayers, header.MelBands));
        Assert.True(header.IsMultilingual);
        Assert.Equal(header.EndOfText, header.Tokens.Count);
        Assert.Equal(" and"u8.ToArray(), header.Tokens[293]);
    }

    [RequiresModelFact("whisper-base")]
    public void Read_ModelThatWasCutOff_SaysSo()
    {
        foreach (var part in new[] { 0.0001, 0.001, 0.01, 0.3, 0.999 })
        {
            var whole = new FileInfo(UserModel.File).Length;
            Assert.Contains("early", Refused(Start((long)(whole * part))), StringComparison.Ordinal);
        }
    }

    [RequiresModelFact("whisper-base")]
    public void Read_ModelWithoutItsLastTensor_SaysSo()
    {
        // It is the last by name: 512 floats behind its header.
        var name = "encoder.positional_embedding";
        var tensor = 12 + 8 + name.Length + (1500 * 512 * 4);

        Assert.Contains("244 tensors, not 245", Refused(Start(new FileInfo(UserModel.File).Length - tensor)), StringComparison.Ordinal);
    }

    [RequiresModelFact("whisper-base")]
    public void Read_NumberThatCannotBe_IsNamed()
    {
        (int At, int Number, string Expected)[] damages =
        [
            (0, 1, "first bytes"), (4, -1, "below 0"), (4, 7, "7 tokens"), (20, 5000, "layers"), (12, 3, "impossible size"),
            (48, 79, "mel filters"), (TokensAt, 3, "too few tokens"), (TokensAt + 4, int.MaxValue, "impossible length"),
            (TokensAt + 4, -5, "impossible length"),
        ];
        foreach (var (at, number, expected) in damages)
        {
            var path = Start(1 << 20);
            using (var file = File.OpenWrite(path))
            {
                file.Position = at;
                file.Write(BitConverter.GetBytes(number));
            }

            Assert.Contains(expected, Refused(path), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("This is a shopping list, not a model: milk, bread.")]
    public void Read_OtherFile_IsNoModel(string content)
    {
        var path = Path.Combine(_folder, "other.bin");
        File.WriteAllText(path, content);

        Refused(path);
    }

    [Fact]
    public void Read_NoFile_SaysSo()
    {
        var error = Assert.Throws<VideoToolsException>(() => GgmlFile.Read(Path.Combine(_folder, "none.bin"))).Error;

        Assert.Equal(VideoErrorId.FileNotFound, error.Id);
    }

    private static string Refused(string path)
    {
        var error = Assert.Throws<VideoToolsException>(() => GgmlFile.Read(path)).Error;
        Assert.Equal((VideoErrorId.ModelCorrupt, path), (error.Id, error.FullName));
        Assert.NotEmpty(error.RecommendedAction);
        return error.Message;
    }

    // The first bytes of the whole model.
    private string Start(long bytes)
    {
        var path = Path.Combine(_folder, FormattableString.Invariant($"start-{bytes}.bin"));
        using var whole = File.OpenRead(UserModel.File);
        using var start = File.Create(path);
        var buffer = new byte[1 << 20];
        for (var left = bytes; left > 0;)
        {
            var read = whole.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            start.Write(buffer, 0, read);
            left -= read;
        }

        return path;
    }
}

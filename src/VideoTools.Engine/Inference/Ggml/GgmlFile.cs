// Method: the file is walked through from its first number to its last tensor: every length is compared with what is left before it is
// believed, and what the header promises with what is there. whisper.cpp believes what it reads, and a damaged length ends the process.
// Source: the format of whisper.cpp's models (magic "ggml"): eleven numbers, the mel filters, the tokens, then named tensors.
// Units: bytes. Cost: the tokens (half a megabyte) and the headers of the tensors are read, their numbers are passed over.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Inference.Ggml;

/// <summary>Reads the header of a Whisper model in ggml's format, and makes sure that the file is whole.</summary>
internal static class GgmlFile
{
    private const int Magic = 0x67676D6C;
    private const int MostTokens = 200_000, MostTokenBytes = 1024, MostNameBytes = 256, MostExtents = 4;
    private const int BufferBytes = 1 << 16;

    // Numbers in a block and bytes of it, by ggml's number of the type: floats, then the quantised ones.
    private static readonly Dictionary<int, (int Numbers, int Bytes)> Types = new()
    {
        [0] = (1, 4), [1] = (1, 2), [2] = (32, 18), [3] = (32, 20), [6] = (32, 22), [7] = (32, 24), [8] = (32, 34),
        [10] = (256, 84), [11] = (256, 110), [12] = (256, 144), [13] = (256, 176), [14] = (256, 210), [30] = (1, 2),
    };

    /// <summary>Reads the header.</summary>
    /// <exception cref="VideoToolsException">FileNotFound, FileUnreadable; ModelCorrupt: it is no such model, or not whole.</exception>
    public static GgmlHeader Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                throw new VideoToolsException(
                    VideoErrorId.FileNotFound, path, $"There is no file '{path}'.",
                    "Name a Whisper model in ggml's format (ggml-base.bin).");
            }

            using var stream = RegularFile.Find(path) is null ? Stream.Null : new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
            using var reader = new BinaryReader(stream);
            return Read(reader, stream);
        }
        catch (EndOfStreamException early)
        {
            throw Corrupt(path, "it ends early", early);
        }
        catch (InvalidDataException wrong)
        {
            throw Corrupt(path, wrong.Message, wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new VideoToolsException(
                VideoErrorId.FileUnreadable, path, $"'{path}' cannot be read: {unreadable.Message}", "Check the rights to it.",
                unreadable);
        }
    }

    /// <summary>The error of a model that cannot be used.</summary>
    public static VideoToolsException Corrupt(string path, string why, Exception? cause = null) => new(
        VideoErrorId.ModelCorrupt, path, $"'{path}' is no Whisper model in ggml's format that can be used: {why}.",
        "Name a model of whisper.cpp (ggml-base.bin, ggml-large-v3-turbo-q5_0.bin), downloaded whole.", cause);

    private static GgmlHeader Read(BinaryReader reader, Stream stream)
    {
        Require(stream.Length >= sizeof(int) && reader.ReadInt32() == Magic, "its first bytes are not those of one");
        var numbers = new int[11];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.ReadInt32();
            Require(numbers[i] >= 0, "its header has a number below 0");
        }

        var (vocabulary, audioLayers, textLayers, bands) = (numbers[0], numbers[4], numbers[8], numbers[9]);
        Require(vocabulary is >= 51864 and <= MostTokens, $"it has {vocabulary} tokens");
        Require(audioLayers is >= 1 and <= 64 && textLayers is >= 1 and <= 64, $"it has {audioLayers} and {textLayers} layers");
        Require(numbers[2] is >= 64 and <= 8192 && numbers[6] is >= 64 and <= 8192, "its states have an impossible size");
        var (filters, bins) = (reader.ReadInt32(), reader.ReadInt32());
        Require(filters == bands && bands is 80 or 128 && bins is > 0 and <= 4096, "its mel filters have an impossible size");
        Skip(stream, (long)filters * bins * sizeof(float));
        var count = reader.ReadInt32();
        Require(count >= 50_000 && count <= vocabulary, "it has too few tokens, or too many");
        var tokens = new byte[count][];
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = reader.ReadInt32();
            Require(length is >= 0 and <= MostTokenBytes, "a token has an impossible length");
            tokens[i] = reader.ReadBytes(length);
        }

        var found = 0;
        while (stream.Position < stream.Length)
        {
            SkipTensor(reader, stream);
            found++;
        }

        // Of the encoder 7 and 15 a layer, of the decoder 4 and 24 a layer; biases that are always 0 are left out.
        var expected = 7 + (15 * audioLayers) + 4 + (24 * textLayers);
        Require(found == expected, FormattableString.Invariant($"it has {found} tensors, not {expected}"));
        return new GgmlHeader(vocabulary, numbers[2], audioLayers, numbers[6], textLayers, bands, tokens);
    }

    private static void SkipTensor(BinaryReader reader, Stream stream)
    {
        var (extents, nameBytes, type) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        Require(extents is >= 1 and <= MostExtents && nameBytes is >= 1 and <= MostNameBytes, "a tensor has an impossible shape or name");
        Require(Types.TryGetValue(type, out var block), $"a tensor has the unknown type {type}");
        long count = 1;
        for (var i = 0; i < extents; i++)
        {
            var extent = reader.ReadInt32();
            Require(extent is >= 1 and <= 1 << 24 && count <= 1L << 32, "a tensor has an impossible extent");
            count *= extent;
        }

        Skip(stream, nameBytes);
        Skip(stream, count / block.Numbers * block.Bytes);
    }

    private static void Skip(Stream stream, long bytes)
    {
        Require(bytes <= stream.Length - stream.Position, "it ends early");
        stream.Seek(bytes, SeekOrigin.Current);
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw Wrong(otherwise);
        }
    }

    private static InvalidDataException Wrong(string why) => new(why);
}

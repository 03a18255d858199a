namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>What a NUT stream carries.</summary>
internal enum NutStreamClass
{
    /// <summary>Pictures.</summary>
    Video = 0,

    /// <summary>Sound.</summary>
    Audio = 1,

    /// <summary>Subtitles.</summary>
    Subtitle = 2,

    /// <summary>Anything else.</summary>
    UserData = 3,
}

/// <summary>One stream of a NUT file.</summary>
/// <param name="Index">Number of the stream.</param>
/// <param name="Class">What it carries.</param>
/// <param name="TimeBase">Seconds a PTS unit lasts.</param>
/// <param name="Width">Pixels a row (video).</param>
/// <param name="Height">Rows (video).</param>
/// <param name="SampleRate">Samples a second (audio).</param>
/// <param name="Channels">Sound channels (audio).</param>
/// <param name="FourCc">The codec's tag as stored.</param>
internal sealed record NutStreamInfo(
    int Index, NutStreamClass Class, Rational TimeBase, int Width, int Height, Rational SampleRate, int Channels, uint FourCc)
{
    internal int MsbPtsShift { get; init; }

    internal static NutStreamInfo Read(NutInput input, NutMainHeader main)
    {
        var index = input.ReadInt32(main.StreamCount - 1, "Stream number");
        var streamClass = (NutStreamClass)input.ReadInt32(3, "Stream class");
        var tagLength = input.ReadInt32(4, "Codec tag length");
        uint tag = 0;
        for (var i = 0; i < tagLength; i++)
        {
            tag |= (uint)input.ReadByte() << (8 * i);
        }

        var timeBase = main.TimeBases[input.ReadInt32(main.TimeBases.Length - 1, "Time base number")];
        var shift = input.ReadInt32(16, "PTS shift");
        input.ReadVariable(); // Largest PTS step without a checksum.
        input.ReadVariable(); // Decode delay: raw streams have none.
        input.ReadVariable(); // Stream flags.
        var privateLength = input.ReadInt32(1 << 16, "Codec data length");
        for (var i = 0; i < privateLength; i++)
        {
            input.ReadByte();
        }

        int width = 0, height = 0, channels = 0;
        var rate = new Rational(0, 1);
        if (streamClass == NutStreamClass.Video)
        {
            width = input.ReadInt32(1 << 16, "Width");
            height = input.ReadInt32(1 << 16, "Height");
            input.ReadVariable(); // Sample aspect: settled before.
            input.ReadVariable();
            input.ReadVariable(); // Colour space: settled before.
        }
        else if (streamClass == NutStreamClass.Audio)
        {
            var numerator = input.ReadInt32(int.MaxValue, "Sample rate");
            var denominator = input.ReadInt32(int.MaxValue, "Sample rate");
            channels = input.ReadInt32(1024, "Channels");
            if (numerator == 0 || denominator == 0 || channels == 0)
            {
                throw new NutFormatException("A sound stream has no sample rate or no channel.");
            }

            rate = new Rational(numerator, denominator);
        }

        return new NutStreamInfo(index, streamClass, timeBase, width, height, rate, channels, tag) { MsbPtsShift = shift };
    }
}

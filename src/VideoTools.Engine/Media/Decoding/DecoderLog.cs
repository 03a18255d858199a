using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Reads what ffmpeg says on stderr: counts decoding errors (those of the range, where one is decoded), notices truncation, keeps the
/// last lines for the error message.
/// </summary>
internal sealed class DecoderLog
{
    // One broken frame is reported by the decoder and again by each layer above it: the echoes don't count.
    private static readonly string[] _echoes =
    [
        "Error while decoding stream", "Error submitting packet to decoder", "Error splitting the input into NAL units",
        "Error processing packet in", "missing picture in access unit", "no frame!", "Failed to sync", "Conversion failed",
    ];

    // Said when hardware that was asked for is missing; decoding then falls back.
    private static readonly string[] _hardwareMessages =
        ["AVHWDeviceContext", "Device creation failed", "No device available for decoder", "Device setup failed for decoder"];

    private static readonly string[] _truncationSigns =
        ["partial file", "File ended prematurely", "moov atom not found", "Packet corrupt (truncated"];

    // The filter that counts a range's time prints these numbers as errors (PipeTime).
    private const string Begin = "[error] 1.000000", End = "[error] 2.000000";

    // Said when there is nothing to decode a stream with.
    private static readonly string[] _missingDecoders =
        ["not found for input stream", "Decoding requested, but no decoder found", "no decoder found for", "Error while opening decoder"];

    private readonly TextTail _tail = new();
    private long _errors;
    private volatile bool _isTruncated;
    private volatile bool _lateStream;
    private volatile bool _noDecoder;
    private bool _isInside;

    /// <summary>A log.</summary>
    /// <param name="beginsLater">True where errors count from the mark of a range's begin on.</param>
    public DecoderLog(bool beginsLater = false) => _isInside = !beginsLater;

    public long ErrorCount => Interlocked.Read(ref _errors);

    public bool IsTruncated => _isTruncated;

    /// <summary>A mapped stream delivered nothing for so long that ffmpeg's queue of the others is full.</summary>
    public bool HasLateStream => _lateStream;

    /// <summary>A stream that was asked for has no decoder in this ffmpeg.</summary>
    public bool LacksDecoder => _noDecoder;

    public string Tail => _tail.ToString();

    /// <summary>True for what is said because something below said it already.</summary>
    public static bool IsEcho(string line) => ContainsAny(line, _echoes);

    public void Add(string line)
    {
        if (line.EndsWith(Begin, StringComparison.Ordinal) || line.EndsWith(End, StringComparison.Ordinal))
        {
            _isInside = line.EndsWith(Begin, StringComparison.Ordinal);
            return;
        }

        _tail.Add(line);
        if (ContainsAny(line, _missingDecoders))
        {
            _noDecoder = true;
        }
        else if (line.Contains("Too many packets buffered for output stream", StringComparison.Ordinal))
        {
            _lateStream = true;
        }
        else if (ContainsAny(line, _truncationSigns))
        {
            _isTruncated = true;
        }
        else if (_isInside
            && line.Contains("[error]", StringComparison.Ordinal)
            && !ContainsAny(line, _echoes)
            && !ContainsAny(line, _hardwareMessages))
        {
            Interlocked.Increment(ref _errors);
        }
    }

    private static bool ContainsAny(string line, string[] words) =>
        Array.Exists(words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}

using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Reads what ffmpeg says on stderr: counts decoding errors, notices truncation, keeps the last lines for the error message.
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

    private readonly TextTail _tail = new();
    private long _errors;
    private volatile bool _isTruncated;
    private volatile bool _lateStream;

    public long ErrorCount => Interlocked.Read(ref _errors);

    public bool IsTruncated => _isTruncated;

    /// <summary>A mapped stream delivered nothing for so long that ffmpeg's queue of the others is full.</summary>
    public bool HasLateStream => _lateStream;

    public string Tail => _tail.ToString();

    public void Add(string line)
    {
        _tail.Add(line);
        if (line.Contains("Too many packets buffered for output stream", StringComparison.Ordinal))
        {
            _lateStream = true;
        }
        else if (ContainsAny(line, _truncationSigns))
        {
            _isTruncated = true;
        }
        else if (line.Contains("[error]", StringComparison.Ordinal)
            && !ContainsAny(line, _echoes)
            && !ContainsAny(line, _hardwareMessages))
        {
            Interlocked.Increment(ref _errors);
        }
    }

    private static bool ContainsAny(string line, string[] words) =>
        Array.Exists(words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}

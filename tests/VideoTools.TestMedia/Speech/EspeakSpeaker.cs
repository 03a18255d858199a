// Method: the library of espeak-ng (Debian package espeak-ng) speaks a text and reports at which sample each word begins: exact truth
// for word times. It reports beginnings only; a word's end is known where a pause or the end follows.
// Units: samples at the library's rate, resampled by ffmpeg. Cost: some milliseconds a sentence. One text at a time.
using System.Runtime.InteropServices;

namespace VideoTools.TestMedia.Speech;

/// <summary>Speaks known text.</summary>
public static partial class EspeakSpeaker
{
    private const string Library = "libespeak-ng.so.1";
    private const int Retrieval = 1;
    private const int WordEvent = 1;
    private const int EndOfList = 0;
    private const uint CharsUtf8 = 1;
    private const int Rate = 1;

    private static readonly object Gate = new();
    private static readonly Lazy<int> LazyRate = new(Open);

    [StructLayout(LayoutKind.Sequential)]
    private struct Event
    {
        public int Type;
        public uint Identifier;
        public int TextPosition;
        public int Length;
        public int AudioPosition;
        public int Sample;
        public nint UserData;
        public long Id;
    }

    private delegate int Callback(nint wave, int count, nint events);

    /// <summary>True when the library is installed.</summary>
    public static bool IsAvailable => LazyRate.Value > 0;

    /// <summary>Null when texts can be spoken; otherwise the reason to skip, which is also written to standard error.</summary>
    public static string? Missing()
    {
        if (IsAvailable && Ffmpeg.IsAvailable)
        {
            return null;
        }

        const string reason = "SKIPPED, NOT PASSED: espeak-ng (libespeak-ng.so.1) or ffmpeg is not installed";
        Console.Error.WriteLine(reason);
        return reason;
    }

    /// <summary>Speaks a text.</summary>
    /// <param name="text">Words separated by blanks.</param>
    /// <param name="voice">Voice, for example gmw/en-US or gmw/de.</param>
    /// <param name="wordsPerMinute">Speed.</param>
    /// <returns>Samples at 16 kHz and the second at which each word (between blanks) begins.</returns>
    public static (short[] Samples, IReadOnlyList<(string Word, double Start)> Words) Speak(string text, string voice, int wordsPerMinute = 150)
    {
        lock (Gate)
        {
            var rate = LazyRate.Value > 0 ? LazyRate.Value : throw new InvalidOperationException("espeak-ng is not installed.");
            var samples = new List<short>();
            var starts = new List<(int Position, double Start)>();
            Callback callback = (wave, count, events) =>
            {
                for (var at = events; ; at += Marshal.SizeOf<Event>())
                {
                    var one = Marshal.PtrToStructure<Event>(at);
                    if (one.Type == EndOfList)
                    {
                        break;
                    }

                    if (one.Type == WordEvent)
                    {
                        starts.Add((one.TextPosition - 1, (double)one.Sample / rate));
                    }
                }

                if (wave != 0 && count > 0)
                {
                    var block = new short[count];
                    Marshal.Copy(wave, block, 0, count);
                    samples.AddRange(block);
                }

                return 0;
            };
            SetCallback(callback);
            Check(SetVoice(voice));
            Check(SetParameter(Rate, wordsPerMinute, 0));
            var bytes = System.Text.Encoding.UTF8.GetBytes(text + "\0");
            Check(Synthesise(bytes, (nuint)bytes.Length, 0, 1, 0, CharsUtf8, 0, 0));
            Check(Synchronise());
            GC.KeepAlive(callback);
            return (Resample(samples, rate), Words(text, starts));
        }
    }

    // The library may report several events for one written word (a number); the first one is its beginning.
    private static List<(string Word, double Start)> Words(string text, List<(int Position, double Start)> starts)
    {
        var words = new List<(string Word, double Start)>();
        for (var i = 0; i < text.Length;)
        {
            var end = text.IndexOf(' ', i);
            end = end < 0 ? text.Length : end;
            var inside = starts.Where(s => s.Position >= i && s.Position < end).ToArray();
            if (end > i && inside.Length > 0)
            {
                words.Add((text[i..end], inside[0].Start));
            }

            i = end + 1;
        }

        return words;
    }

    private static short[] Resample(List<short> samples, int rate)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(samples)).ToArray());
            var bytes = Ffmpeg.Capture(
                "-f", "s16le", "-ar", rate.ToString(System.Globalization.CultureInfo.InvariantCulture), "-ac", "1", "-i", file,
                "-ar", "16000", "-f", "s16le", "-");
            return MemoryMarshal.Cast<byte, short>(bytes).ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Open()
    {
        try
        {
            return Initialise(Retrieval, 200, null, 0);
        }
        catch (DllNotFoundException)
        {
            return 0;
        }
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"espeak-ng answered {error}.");
        }
    }

    [LibraryImport(Library, EntryPoint = "espeak_Initialize", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Initialise(int output, int bufferLength, string? path, int options);

    [LibraryImport(Library, EntryPoint = "espeak_SetSynthCallback")]
    private static partial void SetCallback(Callback callback);

    [LibraryImport(Library, EntryPoint = "espeak_SetVoiceByName", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVoice(string name);

    [LibraryImport(Library, EntryPoint = "espeak_SetParameter")]
    private static partial int SetParameter(int parameter, int value, int relative);

    [LibraryImport(Library, EntryPoint = "espeak_Synth")]
    private static partial int Synthesise(byte[] text, nuint size, uint position, int positionType, uint end, uint flags, nint identifier, nint userData);

    [LibraryImport(Library, EntryPoint = "espeak_Synchronize")]
    private static partial int Synchronise();
}

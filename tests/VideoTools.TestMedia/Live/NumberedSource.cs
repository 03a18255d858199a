using System.Diagnostics;

namespace VideoTools.TestMedia.Live;

/// <summary>
/// A camera of a kind: pictures that show their number, made in real time and encoded as a camera does, without frames that wait for others.
/// It remembers when it made each, so that the age of a picture can be told wherever it is seen.
/// </summary>
public sealed class NumberedSource : IDisposable
{
    private const int Width = 320, Height = 180;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly double[] _made = new double[BarCode.Count];
    private readonly Process _encoder;
    private readonly Thread _painter;
    private volatile bool _isOver;

    /// <summary>Starts to send.</summary>
    /// <param name="rate">Pictures a second.</param>
    /// <param name="output">ffmpeg's options of the output: format and target.</param>
    public NumberedSource(int rate, params IReadOnlyList<string> output)
    {
        _encoder = Ffmpeg.Start("ffmpeg",
        [
            "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{Width}x{Height}", "-r", $"{rate}", "-i", "pipe:0",
            "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-threads", "1", "-g", $"{rate}", "-pix_fmt", "yuv420p",
            "-flush_packets", "1", .. output,
        ], withInput: true);
        _ = _encoder.StandardError.ReadToEndAsync();
        _painter = new Thread(() => Paint(rate)) { IsBackground = true, Name = "numbered source" };
        _painter.Start();
    }

    /// <summary>Seconds since it began.</summary>
    public double Now => _clock.Elapsed.TotalSeconds;

    /// <summary>Number of the newest picture.</summary>
    public int Newest { get; private set; }

    /// <summary>How long ago a picture was made, in seconds.</summary>
    public double AgeOf(int number) => Now - _made[number];

    /// <summary>Ends at once, as when a cable is pulled.</summary>
    public void Dispose()
    {
        _isOver = true;
        try
        {
            _encoder.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        _painter.Join();
        _encoder.WaitForExit();
        _encoder.Dispose();
    }

    private void Paint(int rate)
    {
        var picture = new byte[Width * Height];
        try
        {
            var target = _encoder.StandardInput.BaseStream;
            for (var i = 0; !_isOver; i++)
            {
                var wait = ((double)i / rate) - Now;
                if (wait > 0)
                {
                    Thread.Sleep(TimeSpan.FromSeconds(wait));
                }

                var number = i % BarCode.Count;
                BarCode.Paint(picture, Width, number);
                _made[number] = Now;
                Newest = number;
                target.Write(picture);
                target.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // Nobody takes them any more.
        }
    }
}

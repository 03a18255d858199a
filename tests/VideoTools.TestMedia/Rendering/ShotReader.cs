using System.Diagnostics;
using System.Globalization;

namespace VideoTools.TestMedia.Rendering;

/// <summary>Renders the frames of one shot in order: ffmpeg makes them, camera and effects are applied here.</summary>
public sealed class ShotReader : IDisposable
{
    private readonly Shot _shot;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly RawFrame _source;
    private readonly RawFrame _frame;
    private int _next;
    private int _read;

    public ShotReader(Shot shot, int width, int height, Rational rate)
    {
        if (shot.SourceFrames > shot.Source.Available)
        {
            throw new ArgumentException($"{shot.Source.Name} has {shot.Source.Available} frames, not {shot.SourceFrames}.", nameof(shot));
        }

        _shot = shot;
        var scale = shot.Camera?.Scale ?? 1;
        var (sourceWidth, sourceHeight) = (Even(width * scale), Even(height * scale));
        _source = new RawFrame(sourceWidth, sourceHeight);
        _frame = new RawFrame(width, height);
        string[] filters = [shot.Source.Prefilter, shot.Filters, $"scale={sourceWidth}:{sourceHeight}:flags=bicubic", "setsar=1", "format=yuv420p"];
        _process = Ffmpeg.Start(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", .. shot.Source.Input(sourceWidth, sourceHeight, rate),
                "-vf", string.Join(',', filters.Where(f => f.Length > 0)), "-vsync", "passthrough",
                "-frames:v", shot.SourceFrames.ToString(CultureInfo.InvariantCulture), "-f", "rawvideo", "-",
            ],
            withInput: false);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The next frame. The same object every time: use it before the next call.</summary>
    public RawFrame Next()
    {
        if (_next >= _shot.Frames)
        {
            throw new InvalidOperationException("The shot has no more frames.");
        }

        for (var wanted = _shot.Source.IsStill ? 0 : (int)(_next * _shot.Speed); _read <= wanted; _read++)
        {
            var read = _process.StandardOutput.BaseStream.ReadAtLeast(_source.Data, _source.Data.Length, throwOnEndOfStream: false);
            if (read != _source.Data.Length)
            {
                throw new InvalidOperationException($"{_shot.Source} ended at frame {_next} of {_shot.Frames}: {_errors.GetAwaiter().GetResult()}");
            }
        }

        if (_shot.Camera is { } camera)
        {
            camera.Render(_source, _frame, _next, _shot.Frames);
        }
        else
        {
            _frame.CopyFrom(_source);
        }

        foreach (var effect in _shot.Effects)
        {
            effect.Apply(_frame, _next, _shot.Frames);
        }

        _next++;
        return _frame;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private static int Even(double value) => (int)Math.Round(value / 2) * 2;
}

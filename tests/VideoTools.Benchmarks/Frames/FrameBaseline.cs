// The selection that the earlier frame extractor used, as its description has it: scenes of a content detector at 27; a quota a scene by
// whole-number division; twice as many candidates as that, from the scene's start, at equal distances; brightness, contrast and sharpness;
// correlation of 64 x 64 grey histograms with the frame kept before in the scene; stop when the quota is full. Below 80 % of the target the
// rest is taken at equal distances over the whole file.
using System.Diagnostics;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Imaging;

namespace VideoTools.Benchmarks.Frames;

/// <summary>Chooses frames as the earlier extractor did.</summary>
internal sealed class FrameBaseline
{
    private const int Side = 64;
    private const double Alike = 0.85;

    private readonly string _file;
    private readonly int _width;
    private readonly int _height;
    private readonly List<(bool Passes, int[] Histogram)> _frames = [];

    /// <summary>Looks at every frame of a file, grey, as large as it is.</summary>
    public FrameBaseline(string file, int width, int height)
    {
        (_file, _width, _height) = (file, width, height);
        Read();
    }

    /// <summary>Numbers of the frames it takes, in order of time.</summary>
    public IReadOnlyList<long> Select(double perMinute, int most, double framesPerSecond)
    {
        var target = Math.Min((int)(_frames.Count / framesPerSecond / 60 * perMinute), most);
        var scenes = EngineRuns.Run(
            new AnalysisRequest(new SceneOptions { Detector = SceneDetector.Content, Threshold = 27 }), _file).Cast<VideoScene>().ToList();
        var quota = Math.Max(1, target / scenes.Count);
        SortedSet<long> taken = [];
        foreach (var scene in scenes)
        {
            var step = (int)Math.Max(1, (scene.EndFrame - scene.StartFrame) / (2 * quota));
            int[]? before = null;
            var count = 0;
            for (var i = (int)scene.StartFrame; i < scene.EndFrame && count < quota; i += step)
            {
                var (passes, histogram) = _frames[i];
                if (passes && (before is null || LumaHistogram.Correlation(before, histogram) <= Alike))
                {
                    taken.Add(i);
                    before = histogram;
                    count++;
                }
            }
        }

        if (taken.Count < 0.8 * target)
        {
            var missing = target - taken.Count;
            var step = Math.Max(1, _frames.Count / missing);
            for (var i = 0; i < _frames.Count && taken.Count < target; i += step)
            {
                if (_frames[i].Passes)
                {
                    taken.Add(i);
                }
            }
        }

        return [.. taken];
    }

    private void Read()
    {
        using var process = Programs.Start(
            "ffmpeg", "-nostdin", "-v", "error", "-i", _file, "-vf", "format=gray", "-f", "rawvideo", "-");
        var error = process.StandardError.ReadToEndAsync();
        var frame = new byte[_width * _height];
        var small = new float[Side * Side];
        var bytes = new byte[Side * Side];
        var thumbnail = new Thumbnail(_width, _height, Side, Side);
        while (process.StandardOutput.BaseStream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var (sum, squares) = LumaStatistics.Sums(frame);
            var mean = (double)sum / frame.Length;
            var deviation = Math.Sqrt(Math.Max(0, ((double)squares / frame.Length) - (mean * mean)));
            thumbnail.Compute(frame, small);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)small[i];
            }

            var histogram = new int[256];
            LumaHistogram.Compute(bytes, histogram);
            _frames.Add((
                mean is >= 20 and <= 240 && deviation >= 10 && LaplacianKernels.Variance(frame, _width, _height) >= 25, histogram));
        }

        process.WaitForExit();
        Debug.Assert(process.ExitCode == 0, error.Result);
    }
}

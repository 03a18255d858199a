using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Scenes;

/// <summary>Small picture sequences made in memory: textured "shots" that can move, blend, flash and wipe.</summary>
internal sealed class SyntheticFrames
{
    public const int Width = 96;
    public const int Height = 54;
    public static readonly Rational TimeBase = new(1, 12800);
    public const long FrameDuration = 512; // 25 fps

    private readonly List<VideoFrame> _frames = [];

    public IReadOnlyList<VideoFrame> Frames => _frames;

    /// <summary>Time that each frame added from now on is shown, in units of the time base.</summary>
    public long Duration { get; set; } = FrameDuration;

    public long EndPts { get; private set; }

    /// <summary>The frames added from now on are shown for another time.</summary>
    public SyntheticFrames At(double framesPerSecond)
    {
        Duration = (long)Math.Round(TimeBase.Denominator / framesPerSecond);
        return this;
    }

    public SyntheticFrames Add(int count, Func<int, Picture> make)
    {
        for (var i = 0; i < count; i++)
        {
            var index = _frames.Count;
            _frames.Add(make(i).ToFrame(index, EndPts));
            EndPts += Duration;
        }

        return this;
    }

    /// <summary>A steady shot; a little sensor noise keeps it from being a freeze.</summary>
    public SyntheticFrames Shot(int count, int seed, double brightness = 120) => Add(count, i => Texture(seed, brightness).WithNoise(i, 2));

    /// <summary>Feeds a detector and gives what it reports.</summary>
    public List<SceneBoundary> Run(ISceneDetector detector)
    {
        var found = new List<SceneBoundary>();
        foreach (var frame in _frames)
        {
            detector.Process(frame, found.Add);
        }

        detector.Complete(found.Add);
        return found;
    }

    /// <summary>A picture with structure at several scales and its own colours; the same for the same seed.</summary>
    public static Picture Texture(int seed, double brightness = 120, double shiftX = 0, double shiftY = 0)
    {
        var random = new Random(seed);
        var waves = new (double Fx, double Fy, double Phase, double Size)[14];
        for (var i = 0; i < waves.Length; i++)
        {
            var scale = Math.Pow(2, i / 3.0) * 0.02;
            waves[i] = ((random.NextDouble() - 0.5) * scale * 3, (random.NextDouble() - 0.5) * scale * 3, random.NextDouble() * 6.28, 30 / Math.Sqrt(i + 1));
        }

        double chromaU = random.Next(100, 156), chromaV = random.Next(100, 156), fx = random.NextDouble() * 0.1, fy = random.NextDouble() * 0.1;
        return new Picture(
            (x, y) => brightness + waves.Sum(w => w.Size * Math.Sin((w.Fx * (x + shiftX)) + (w.Fy * (y + shiftY)) + w.Phase)),
            (x, y) => chromaU + (18 * Math.Sin((fx * (x + shiftX)) + (fy * (y + shiftY)))),
            (x, y) => chromaV + (18 * Math.Cos((fy * (x + shiftX)) - (fx * (y + shiftY)))));
    }

    public static Picture Flat(double y) => new((_, _) => y, (_, _) => 128, (_, _) => 128);

    /// <summary>Luma and chroma as functions of the pixel, evaluated when the frame is made.</summary>
    internal sealed record Picture(Func<int, int, double> Y, Func<int, int, double> U, Func<int, int, double> V, int NoiseSeed = 0, double Noise = 0)
    {
        public Picture WithNoise(int seed, double sigma) => this with { NoiseSeed = seed + 1, Noise = sigma };

        public Picture Gain(double gain, double offset) => this with { Y = (x, y) => (Y(x, y) * gain) + offset };

        public Picture Blend(Picture other, double share) => new(
            (x, y) => ((1 - share) * Y(x, y)) + (share * other.Y(x, y)),
            (x, y) => ((1 - share) * U(x, y)) + (share * other.U(x, y)),
            (x, y) => ((1 - share) * V(x, y)) + (share * other.V(x, y)));

        /// <summary>The other picture where <paramref name="mask"/> is true.</summary>
        public Picture Over(Picture other, Func<int, int, bool> mask) => new(
            (x, y) => mask(x, y) ? other.Y(x, y) : Y(x, y),
            (x, y) => mask(x, y) ? other.U(x, y) : U(x, y),
            (x, y) => mask(x, y) ? other.V(x, y) : V(x, y));

        public VideoFrame ToFrame(long index, long pts)
        {
            var buffer = new byte[VideoFrame.GetByteCount(FrameFormat.Yuv420P, Width, Height)];
            var random = new Random(NoiseSeed);
            var at = 0;
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var noise = Noise == 0 ? 0 : (random.NextDouble() + random.NextDouble() - 1) * Noise * 2.4;
                    buffer[at++] = (byte)Math.Clamp(Math.Round(Y(x, y) + noise), 16, 235);
                }
            }

            foreach (var plane in new[] { U, V })
            {
                for (var y = 0; y < Height / 2; y++)
                {
                    for (var x = 0; x < Width / 2; x++)
                    {
                        buffer[at++] = (byte)Math.Clamp(Math.Round(plane(2 * x, 2 * y)), 16, 240);
                    }
                }
            }

            return new VideoFrame(buffer, null, FrameFormat.Yuv420P, Width, Height, index, pts, TimeBase);
        }
    }
}

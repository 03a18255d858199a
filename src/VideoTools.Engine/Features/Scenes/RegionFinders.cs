using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Everything that the hybrid detector looks with at one part of the picture (mostly the whole of it).</summary>
internal sealed class RegionFinders
{
    private readonly HybridTuning _tuning;
    private readonly PictureRegion? _region;
    private readonly byte[] _cut;
    private readonly float[] _noise;
    private readonly long _begin;

    /// <summary>For pictures of one size.</summary>
    /// <param name="width">Width of the pictures.</param>
    /// <param name="height">Their height.</param>
    /// <param name="region">The part that counts, null for the whole picture.</param>
    /// <param name="rate">Pictures a second.</param>
    /// <param name="threshold">Factor on the decision levels.</param>
    /// <param name="tuning">The decision levels.</param>
    /// <param name="begin">Number of the first picture.</param>
    public RegionFinders(
        int width, int height, PictureRegion? region, double rate, double threshold, HybridTuning tuning, long begin = 0)
    {
        (_tuning, _region, _begin) = (tuning, region, begin);
        _noise = new float[tuning.NoiseFrames];
        var (shownWidth, shownHeight) = region is { } part ? (part.Width, part.Height) : (width, height);
        _cut = region is null ? [] : new byte[VideoFrame.GetByteCount(FrameFormat.Yuv420P, shownWidth, shownHeight)];
        Grid = new FeatureGrid(shownWidth, shownHeight);
        Ring = new FeatureRing(Grid, Capacity(rate, tuning), begin);
        Matcher = new FrameMatcher(Grid, tuning.Matcher);
        Cuts = new CutFinder(Ring, Matcher, Grid, rate, threshold, tuning.Cuts);
        Fades = new FadeFinder(Ring, Matcher, Grid, rate, tuning.Fades);
        TitledFades = new FadeFinder(Ring, Matcher, Grid, rate, tuning.TitledFades);
        Gradual = new GradualFinder(Ring, Matcher, Grid, rate, threshold, tuning.Gradual);
    }

    public FeatureGrid Grid { get; }

    public FeatureRing Ring { get; }

    public FrameMatcher Matcher { get; }

    public CutFinder Cuts { get; }

    public FadeFinder Fades { get; }

    public FadeFinder TitledFades { get; }

    public GradualFinder Gradual { get; }

    /// <summary>Pictures that are kept.</summary>
    public static int Capacity(double rate, HybridTuning tuning) =>
        Math.Max(tuning.RingFrames, (int)Math.Ceiling(rate * tuning.RingSeconds)) + CutFinder.LookAhead;

    /// <summary>Adds the next picture and its step.</summary>
    public void Add(VideoFrame picture, FrameStamp entry, bool isHeld)
    {
        if (isHeld && Ring.Count > Ring.First)
        {
            Ring.Repeat();
            return;
        }

        var current = Ring.Add(_region is { } part ? part.Cut(picture, _cut) : picture);
        current.Entry = entry;
        current.Step = current.Number == _begin ? 0 : (float)Matcher.Dissimilarity(Ring[current.Number - 1], current);
        LearnNoise(current.Number - _begin);
    }

    /// <summary>
    /// The floor follows the median residual of the latest second or so: grain and compression differ from video to video.
    /// </summary>
    private void LearnNoise(long number)
    {
        if (number == 0)
        {
            return;
        }

        _noise[number % _noise.Length] = Matcher.MedianResidual;
        Span<float> sorted = stackalloc float[_noise.Length];
        var count = (int)Math.Min(number, _noise.Length);
        _noise.AsSpan(number < _noise.Length ? 1 : 0, count).CopyTo(sorted);
        sorted = sorted[..count];
        sorted.Sort();
        Matcher.NoiseFloor = Math.Clamp(_tuning.NoiseFactor * sorted[count / 2], _tuning.LowestNoise, _tuning.HighestNoise);
    }
}

using VideoTools.Engine.Features.Scenes;

namespace VideoTools.Engine.Tests.Features.Scenes;

/// <summary>A ring that holds every frame of a made-up sequence, with its steps: what the finders of the hybrid detector work on.</summary>
internal sealed class FrameSequence
{
    public const double Rate = 25;

    public FrameSequence(SyntheticFrames frames, FrameMatcherTuning? tuning = null)
    {
        Grid = new FeatureGrid(SyntheticFrames.Width, SyntheticFrames.Height);
        Ring = new FeatureRing(Grid, frames.Frames.Count);
        Matcher = new FrameMatcher(Grid, tuning ?? FrameMatcherTuning.Default);
        Frames = frames;
    }

    public FeatureGrid Grid { get; }

    public FeatureRing Ring { get; }

    public FrameMatcher Matcher { get; }

    public SyntheticFrames Frames { get; }

    public long Last => Ring.Count - 1;

    /// <summary>Adds the frames one by one.</summary>
    public FrameSequence Fill(Action? afterEach = null)
    {
        foreach (var frame in Frames.Frames)
        {
            var features = Ring.Add(frame);
            features.Step = features.Number == 0 ? 0 : (float)Matcher.Dissimilarity(Ring[features.Number - 1], features);
            afterEach?.Invoke();
        }

        return this;
    }

    public GradualFinder Gradual(GradualFinderTuning? tuning = null) =>
        new(Ring, Matcher, Grid, Rate, threshold: 1, tuning ?? GradualFinderTuning.Default);
}

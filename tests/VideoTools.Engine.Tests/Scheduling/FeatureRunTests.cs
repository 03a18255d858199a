using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

/// <summary>One fault policy for all features.</summary>
public class FeatureRunTests
{
    [Fact]
    public void Do_ModelsMissingForAPart_SilencesIt()
    {
        using var run = new FeatureRun(Work(VideoErrorId.ModelMissing, isWanted: false), 0, queued: false);

        Frame(run);
        Frame(run);

        Assert.Equal(VideoErrorId.ModelMissing, run.Result.Failure!.Id);
        Assert.Equal(1, ((Throwing)run.Work.Feature).Calls);
    }

    [Fact]
    public void Do_ModelsMissingForWhatTheUserAskedFor_EndsTheFile()
    {
        using var run = new FeatureRun(Work(VideoErrorId.ModelMissing, isWanted: true), 0, queued: false);

        Assert.Throws<VideoToolsException>(() => Frame(run));
    }

    [Fact]
    public void Do_OtherFaultOfAPart_IsNotSwallowed()
    {
        using var run = new FeatureRun(Work(VideoErrorId.InvalidCrop, isWanted: false), 0, queued: false);

        Assert.Throws<VideoToolsException>(() => Frame(run));
    }

    private static void Frame(FeatureRun run)
    {
        var frame = new VideoFrame(new byte[6], null, FrameFormat.Yuv420P, 2, 2, 0, 0, new Rational(1, 25));
        run.Do(analyzer => analyzer.OnFrame(frame));
    }

    private static FeatureWork Work(VideoErrorId id, bool isWanted) => new(new Throwing(id), new SceneOptions(), isWanted, IsPart: !isWanted);

    private sealed class Throwing(VideoErrorId id) : AnalyzerFeature, IAnalyzer
    {
        public int Calls { get; private set; }

        public override string Name => "Throwing";

        public override Type OptionsType => typeof(SceneOptions);

        public override IReadOnlyList<Type> RecordTypes => [];

        public override void Validate(FeatureOptions options)
        {
        }

        public override StreamNeeds Streams(FeatureOptions options) => new();

        public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => this;

        public void Begin(AnalysisContext context)
        {
        }

        public void OnFrame(VideoFrame frame)
        {
            Calls++;
            throw new VideoToolsException(id, "f", "Broken.", "Mend it.");
        }

        public void Complete(DecodeSummary summary)
        {
        }
    }
}

using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Tests.Features.Text;

namespace VideoTools.Engine.Tests.Features.Faces;

/// <summary>The analyzer over made-up frames, with a reader that knows where faces are.</summary>
public sealed class FaceAnalyzerTests : IFaceReader
{
    private const int Width = 160;
    private const int Height = 96;

    private readonly List<long> _looked = [];
    private Func<long, IReadOnlyList<FaceFinding>> _faces = _ => [];

    InferenceDevice IFaceReader.Device => InferenceDevice.Cpu;

    [Fact]
    public void Run_OneFaceAllTheTime_IsOneTrackWithATimeEach()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(80, 48, 30), 1)];

        var records = Run(250).Faces;

        Assert.Equal(_looked.Count, records.Count);
        Assert.Equal(20, records.Count);
        Assert.All(records, (record, i) => Assert.Equal(i / 2.0, record.Seconds, 0.03));
        Assert.All(records, record => Assert.Equal((1, 1, 1, 1), (record.TrackId, record.SceneIndex, record.FaceIndex, record.FacesInFrame)));
        var first = records[0];
        Assert.Equal((65, 33, 30, 30), (first.X, first.Y, first.Width, first.Height));
        Assert.Equal((Width, Height), (first.PictureWidth, first.PictureHeight));
        Assert.Equal((0.8, 0.6, 0.7), (first.LeftEyeOpen, first.RightEyeOpen, first.EyesOpen));
        Assert.Equal((10.0, -5.0, 3.0), (first.Yaw, first.Pitch, first.Roll));
        Assert.Equal(12, first.Landmarks.Count);
        Assert.Equal(128, first.Embedding.Count);
        Assert.Equal(FaceExpression.Happy, first.Expression);
        Assert.Equal((first.DetectionScore + first.Frontality + first.PositionScore) / 3, first.Quality, 3);
    }

    [Fact]
    public void Run_CutBetweenTwoShots_StartsNewTracksAtTheCut()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(80, 48, 30), 1)];

        var records = Run(250, cutAt: 105).Faces;

        Assert.All(records, record => Assert.Equal(record.Frame < 105 ? (1, 1) : (2, 2), (record.SceneIndex, record.TrackId)));
        Assert.Contains(records, record => record.SceneIndex == 2);
    }

    [Fact]
    public void Run_LongVideo_GivesFacesSecondsAfterTheyWereShown()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(80, 48, 30), 1)];
        var emitted = new List<(double Shown, double Now)>();

        Run(500, onFace: (record, now) => emitted.Add((record.Seconds, now)));

        Assert.All(emitted.Where(e => e.Now < 20), e => Assert.InRange(e.Now - e.Shown, FaceAnalyzer.SettleSeconds - 1e-6, FaceAnalyzer.SettleSeconds + 1));
        Assert.True(emitted[0].Now < 6);
    }

    [Fact]
    public void Run_SeveralFaces_AreNumberedInTheReadersOrder()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(50, 48, 40), 1), MadeFaces.Of(MadeFaces.At(120, 48, 20), 2)];

        var records = Run(30).Faces;

        Assert.Equal([1, 2], records.Take(2).Select(r => r.FaceIndex));
        Assert.Equal([1, 2], records.Take(2).Select(r => r.TrackId));
        Assert.All(records, record => Assert.Equal(2, record.FacesInFrame));
    }

    [Fact]
    public void Run_RangeOfAScene_HasTheScenesNumber()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(80, 48, 30), 1)];

        Assert.All(Run(50, sceneIndex: 7).Faces, record => Assert.Equal(7, record.SceneIndex));
    }

    [Fact]
    public void Run_TruncatedFile_SaysSoOnWhatCameLast()
    {
        _faces = _ => [MadeFaces.Of(MadeFaces.At(80, 48, 30), 1)];

        Assert.Equal(RecordStatus.Truncated, Run(50, status: RecordStatus.Truncated).Faces[^1].Status);
    }

    [Fact]
    public void Run_NoFaces_SaysHowManyFramesWereLookedAt()
    {
        var (faces, readings) = Run(100);

        Assert.Empty(faces);
        Assert.Equal(8, readings.FramesRead);
    }

    [Theory]
    [InlineData(0.01, 0.5, 0.03)]
    [InlineData(0.5, 0.05, 0.03)]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(double.NaN, 0.5, 0.03)]
    public void Validate_OptionsOutOfRange_AreRefused(double interval, double score, double size) => Assert.Throws<ArgumentException>(() =>
        new FaceFeature().Validate(new FaceOptions { Interval = interval, MinimumScore = score, MinimumSize = size }));

    void IFaceReader.Prepare()
    {
    }

    IReadOnlyList<FaceFinding> IFaceReader.Read(VideoFrame still)
    {
        _looked.Add(still.Index);
        return _faces(still.Index);
    }

    private (List<VideoFace> Faces, FaceReadings Readings) Run(
        int frames, int cutAt = int.MaxValue, int sceneIndex = 0, RecordStatus status = RecordStatus.Ok, Action<VideoFace, double>? onFace = null)
    {
        var faces = new List<VideoFace>();
        FaceReadings? readings = null;
        var now = 0.0;
        using var analyzer = new FaceAnalyzer(new FaceOptions(), this, new InlineLane());
        var info = FramePainter.Info(Width, Height) with { TimeBase = FramePainter.TimeBase, FrameRate = new Rational(25, 1) };
        analyzer.Begin(new AnalysisContext(info, null, null, Keep) { SceneIndex = sceneIndex });
        for (var frame = 0; frame < frames; frame++)
        {
            now = frame / 25.0;
            var seed = frame < cutAt ? 3 : 90;
            var light = frame < cutAt ? 60 : 150;
            var small = FramePainter.Paint(
                Width, Height, frame, (x, y) => FramePainter.Texture(seed, light - 40, light + 40)(x / 8, y / 8), (_, _) => seed < 50 ? 100 : 150);
            analyzer.OnFrame(small);
            small.Release();
            if (frame == 0 || Math.Floor(frame / 12.5) > Math.Floor((frame - 1) / 12.5))
            {
                var large = new VideoFrame(
                    new byte[Width * Height * 3], null, FrameFormat.Rgb24, Width, Height, frame, frame, FramePainter.TimeBase);
                analyzer.OnStill(large);
                large.Release();
            }
        }

        now = frames / 25.0;
        var summary = new DecodeSummary(frames, frames, FramePainter.TimeBase, 0, status);
        ((IAnalyzer)analyzer).End(summary);
        analyzer.Complete(summary);
        return (faces, readings!);

        void Keep(object record)
        {
            if (record is VideoFace face)
            {
                faces.Add(face);
                onFace?.Invoke(face, now);
            }
            else
            {
                readings = (FaceReadings)record;
            }
        }
    }
}

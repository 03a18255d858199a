using VideoTools.Engine.Tests.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Features.Crop;

/// <summary>The whole way: a coded file, the decoder, the analyzer, the records.</summary>
public class CropRealClipTests
{
    [RequiresFact(Needs.Ffmpeg)]
    public void Analyze_FlickeringStillWithMovingBox_FindsTheBoxNotTheFlicker()
    {
        // A blurred noise picture whose contrast flickers by 10 %; a box swings in the right third.
        var path = TestClip.Make(
            "crop-flicker.mp4",
            "-f", "lavfi", "-i", "color=gray:s=640x360:r=25:d=3,noise=alls=100:all_seed=7,gblur=sigma=6,eq=contrast=4,loop=loop=-1:size=1:start=0",
            "-f", "lavfi", "-i", "color=white:s=80x80:r=25",
            "-filter_complex", "[0][1]overlay=x='500+40*sin(n/2)':y=140:shortest=0,eq=contrast='1+0.1*sin(n)':eval=frame",
            "-frames:v", "75", "-c:v", "libx264", "-crf", "16", "-pix_fmt", "yuv420p");

        var positions = Analyze(path, new CropOptions { Aspect = new AspectRatio(9, 16), Scale = 1, Grid = 3 });

        Assert.Equal(3, positions.Count);
        Assert.All(positions, p => Assert.Equal((75L, RecordStatus.Ok, 3.0), (p.FrameCount, p.Status, p.End.TotalSeconds)));
        Assert.True(positions[2].Motion > 1.5, $"Motion at the box: {positions[2].Motion}");
        Assert.InRange(positions[0].Motion, 0, positions[2].Motion / 4);
        Assert.InRange(positions[1].Motion, 0, positions[2].Motion / 4);
    }

    [RequiresFact(Needs.Ffmpeg | Needs.SharedMedia)]
    public void Analyze_ExampleMovie_MeasuresEveryFrameAndOffersCandidates()
    {
        var path = RealClips.ExampleMovie!;

        var positions = Analyze(path, new CropOptions { Scale = 0.75 });
        using var engine = VideoEngine.Create();
        var candidates = engine.Crops.Select(positions, new CandidateOptions());

        Assert.Equal(25, positions.Count);
        Assert.All(positions, p => Assert.Equal((901L, 202, 202), (p.FrameCount, p.Width, p.Height)));
        Assert.All(positions, p => Assert.True(p.Motion > 0 && p.Detail > 0 && p.Edges > 0));
        Assert.InRange(candidates.Count, 3, 10);
        Assert.Equal(positions, Analyze(path, new CropOptions { Scale = 0.75 }));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.SharedMedia)]
    public void Template_ExampleMovie_IsFilledFromOnePass()
    {
        var template = Assert.Single(Run<VideoTemplate>(new AnalysisRequest(new TemplateOptions()), new VideoInput(RealClips.ExampleMovie!)));

        // One shot of the earth at night: dark, blue, slow.
        Assert.Equal((901L, 1, 0.0), (template.FrameCount, template.SceneCount!.Value, template.CutsPerMinute!.Value));
        Assert.Equal(template.DurationSeconds, template.MeanSceneSeconds!.Value, 6);
        Assert.InRange(template.DurationSeconds, 30, 31);
        Assert.InRange(template.BrightnessMean!.Value, 1, 80);
        Assert.InRange(template.Motion!.Value, 0.01, 10);
        Assert.InRange(template.DominantColorShare!.Value, 0.1, 1);
    }

    private static List<CropPosition> Analyze(string path, CropOptions options) =>
        Run<CropPosition>(new AnalysisRequest(options), new VideoInput(path));

    private static List<T> Run<T>(VideoRequest request, VideoInput input)
    {
        using var engine = VideoEngine.Create();
        using var session = engine.Open(request);
        session.Add(input);
        session.CompleteAdding();
        var records = new List<T>();
        while (!session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromSeconds(30)))
            {
                case RecordEvent record:
                    records.Add(Assert.IsType<T>(record.Record));
                    break;
                case FailureEvent failure:
                    Assert.Fail(failure.Error.Message);
                    break;
            }
        }

        return records;
    }
}

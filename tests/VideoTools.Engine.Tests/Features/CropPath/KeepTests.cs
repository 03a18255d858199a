using VideoTools.Engine.Features;
using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Features.Faces;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Engine.Tests.Features.CropPath;

public class KeepTests
{
    private static readonly SubjectClipSpec Clip = SubjectClips.Following.Single(clip => clip.Name == "follow-still-standing") with { Seconds = 4 };

    [Theory]
    [InlineData(CropMode.Auto, null, CropFit.Blur)]
    [InlineData(CropMode.Auto, CropFit.Pad, CropFit.Pad)]
    [InlineData(CropMode.Follow, CropFit.Pad, CropFit.Pad)]
    [InlineData(CropMode.PerScene, CropFit.Blur, CropFit.Blur)]
    [InlineData(CropMode.Static, CropFit.Blur, CropFit.Blur)]
    public void Text_WiderThanTheCrop_IsShownWhole(CropMode mode, CropFit? wish, CropFit expected)
    {
        var options = new CropPathOptions { Mode = mode, Keep = CropKeep.Text, WhenTooWide = wish };

        var shot = Assert.Single(DrawnShots.Plan(Clip, options, [DrawnShots.Text(100, 300, 420, 24, 1, 3)]));

        Assert.Equal(expected, shot.Fit);
        Assert.True(shot.X <= 100 && shot.X + shot.Width >= 520 && shot.Width < 640, shot.Crop);
        Assert.Equal((0, 360), (shot.Y, shot.Height));
        Assert.Matches("text takes [0-9]+ % of the width, the crop has 32 %", shot.Reason);
    }

    [Theory]
    [InlineData(CropMode.Follow, null)]
    [InlineData(CropMode.PerScene, null)]
    [InlineData(CropMode.Auto, CropFit.Crop)]
    public void Text_WiderThanTheCropWhereItMayBeCropped_KeepsTheShape(CropMode mode, CropFit? wish)
    {
        var options = new CropPathOptions { Mode = mode, Keep = CropKeep.Text, WhenTooWide = wish };

        var shot = Assert.Single(DrawnShots.Plan(Clip, options, [DrawnShots.Text(100, 300, 420, 24, 1, 3)]));

        Assert.Equal((CropFit.Crop, 202, 360), (shot.Fit, shot.Width, shot.Height));
    }

    [Fact]
    public void Text_ThatFits_IsWholeWhileItIsShown()
    {
        // The subject stands at 70 % of the width, the text left of it: both fit, so the window moves no more than it must.
        var options = new CropPathOptions { Keep = CropKeep.Text };

        var shot = Assert.Single(DrawnShots.Plan(Clip, options, [DrawnShots.Text(340, 300, 120, 20, 1, 3)]));

        Assert.Equal((CropFit.Crop, CropMode.PerScene), (shot.Fit, shot.Mode));
        Assert.True(shot.X <= 340 && shot.X + shot.Width >= 460, shot.Crop);
    }

    [Fact]
    public void Text_FarFromTheSubject_WinsWhileItIsShown()
    {
        var options = new CropPathOptions { Mode = CropMode.Follow, Keep = CropKeep.Text };
        var spec = Clip with { Seconds = 9 };

        var shot = Assert.Single(DrawnShots.Plan(spec, options, [DrawnShots.Text(40, 300, 120, 20, 3, 6)]));

        for (var t = 3.0; t <= 6; t += 0.1)
        {
            var (x, _) = FollowScore.WindowAt(shot, t);
            Assert.True(x <= 40 && x + shot.Width >= 160, $"{t}: {x}");
        }

        Assert.True(FollowScore.WindowAt(shot, 0).X > 250);
    }

    [Fact]
    public void Face_BesideTheSubject_IsWholeWhileItIsSeen()
    {
        // A face walks far left of what draws the eye, from the second second to the third.
        VideoFace[] faces = [.. Enumerable.Range(0, 3).Select(i => new VideoFace
        {
            FullName = "/videos/clip.mp4", TrackId = 1, Seconds = 1 + (i * 0.5), X = 60 + (i * 10), Y = 100, Width = 60, Height = 60,
        })];

        var shot = Assert.Single(Compose(new FeatureResult([.. faces, new FaceReadings(8, InferenceDevice.Cpu)], []), []));

        for (var t = 1.0; t <= 2; t += 0.1)
        {
            var (x, _) = FollowScore.WindowAt(shot, t);
            Assert.True(x <= 55 && x + shot.Width >= 140, $"{t}: {x}");
        }
    }

    [Fact]
    public void Face_WithoutItsModels_IsToldOnceAndTheRestStays()
    {
        List<string> warnings = [];
        var missing = new VideoError(VideoErrorId.ModelMissing, "m", "No model.", "Build again.");

        Assert.Single(Compose(new FeatureResult([], [], missing), warnings));
        Assert.Equal("Faces cannot be kept whole: No model. Build again.", Assert.Single(warnings));
    }

    private static List<CropShot> Compose(FeatureResult faces, List<string> warnings)
    {
        var options = new CropPathOptions { Mode = CropMode.Follow, Keep = CropKeep.Face };
        var scene = new VideoScene
        {
            FullName = "/videos/clip.mp4", Index = 1, End = TimeSpan.FromSeconds(4), EndSeconds = 4, DurationSeconds = 4,
        };
        var results = new Dictionary<FeatureOptions, FeatureResult>
        {
            [new SceneOptions()] = new([scene], []),
            [new SaliencyOptions()] = new([.. DrawnShots.Notes(Clip)], []),
            [CropPathFeature.Faces] = faces,
        };
        return [.. new CropPathFeature().Compose(options, new VideoInput("/videos/clip.mp4"), new PartResults(results), warnings.Add).Cast<CropShot>()];
    }
}

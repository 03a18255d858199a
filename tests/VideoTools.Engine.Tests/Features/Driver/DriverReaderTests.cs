using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Drivers;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Engine.Tests.Features.Driver;

/// <summary>The models on portraits that act.</summary>
public sealed class DriverReaderTests
{
    private const int Width = 640;
    private const int Height = 480;

    [RequiresTheory(Needs.Ffmpeg | Needs.Photographs)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public void Read_PortraitThatActs_ReadsAsItActs(int portrait)
    {
        var actor = Actor(portrait);
        var straight = Read(actor, default);

        Assert.True(straight.HasFace);
        Assert.InRange(Mean(Read(actor, new DriverMoment(Closed: 1)), e => e.Ratio) / Mean(straight, e => e.Ratio), 0, 0.65);
        Assert.InRange(Read(actor, new DriverMoment(Yaw: 30)).Pose!.Value.Yaw - straight.Pose!.Value.Yaw, 15, 45);
        Assert.InRange(Read(actor, new DriverMoment(Yaw: -30)).Pose!.Value.Yaw - straight.Pose.Value.Yaw, -45, -15);
        Assert.InRange(Read(actor, new DriverMoment(Pitch: -25)).Pose!.Value.Pitch - straight.Pose.Value.Pitch, -40, -12);
        Assert.InRange(Read(actor, new DriverMoment(Mouth: 1)).MouthOpen - straight.MouthOpen, 0.3, 1);
        var beside = Mean(straight, e => e.Shift);
        var aside = EyeBaseline.TurnOf(Mean(Read(actor, new DriverMoment(Gaze: 0.2)), e => e.Shift) - beside);
        Assert.True(actor.GazeSide * aside > 8, $"{aside}");
        Assert.False(Read(actor, new DriverMoment(IsAbsent: true)).HasFace);
        Assert.Equal((false, true), (Read(actor, new DriverMoment(IsDark: true)).HasFace, Read(actor, new DriverMoment(IsDark: true)).IsBlind));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_FaceThatTurns_IsFollowedWithoutTheDetector()
    {
        var actor = Actor(3);
        var reader = new DriverReader(new DriverOptions { SkipHands = true });
        for (var i = 0; i < 40; i++)
        {
            var sample = reader.Read(Frame(actor.Draw(new DriverMoment(Yaw: 25 * Math.Sin(i / 4.0), Pitch: 8 * Math.Sin(i / 3.0))), i));
            Assert.True(sample.HasFace);
            Assert.False(sample.IsNewPerson);
        }

        Assert.InRange(reader.Detections, 1, 3);
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_AnotherPersonAtTheSamePlace_IsNew()
    {
        var reader = new DriverReader(new DriverOptions { SkipHands = true });
        var one = DriverScene.Of(0, Width, Height);
        var other = DriverScene.Of(3, Width, Height);
        RgbImage[] pictures = [one.Picture, one.Empty, one.Picture, one.Empty, other.Picture, other.Picture, other.Picture];

        var samples = pictures.Select((picture, i) => reader.Read(Frame(picture, i * 30))).ToList();

        Assert.Equal([true, false, true, false, true, true, true], samples.Select(s => s.HasFace));
        Assert.Equal([false, false, false, false, false, true, false], samples.Select(s => s.IsNewPerson));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs | Needs.Hands)]
    public void Hands_OfPhotographs_LieWhereTheyAre()
    {
        var finder = new HandFinder(
            ModelSessions.Shared.Get(HandFinder.PalmModel, DeviceOrder.Cpu), ModelSessions.Shared.Get(HandFinder.HandModel, DeviceOrder.Cpu));
        var picture = new RgbPyramid();
        var found = 0;
        foreach (var hand in HandPicture.All)
        {
            var image = FacePictures.All[hand.Picture].Image;
            picture.Load(image.Pixels, image.Width, image.Height);
            foreach (var points in finder.Hands(picture, hand.CenterX, hand.CenterY, 6 * hand.Radius))
            {
                var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
                if (Math.Abs(x - hand.CenterX) > hand.Radius || Math.Abs(y - hand.CenterY) > hand.Radius)
                {
                    continue; // Another hand of the photograph.
                }

                // As large as the hand, not a point.
                Assert.InRange(points.Max(p => p.X) - points.Min(p => p.X), hand.Radius * 0.4, hand.Radius * 2.6);
                Assert.InRange(points.Max(p => p.Y) - points.Min(p => p.Y), hand.Radius * 0.4, hand.Radius * 2.6);
                found++;
            }
        }

        Assert.True(found >= 2, $"{found} of {HandPicture.All.Count}");
    }

    private static double Mean(DriverSample sample, Func<EyeReading, double> measure) =>
        new[] { sample.RightEye, sample.LeftEye }.OfType<EyeReading>().Average(measure);

    private static DriverSample Read(DriverActor actor, DriverMoment moment) =>
        new DriverReader(new DriverOptions { SkipHands = true }).Read(Frame(actor.Draw(moment), 0));

    private static DriverActor Actor(int portrait)
    {
        var scene = DriverScene.Of(portrait, Width, Height);
        var face = new FaceReader(new FaceOptions { MinimumSize = 0.2 }).Read(Frame(scene.Picture, 0))
            .First(f => scene.Face.IsFoundBy(f.Detection.Left, f.Detection.Top, f.Detection.Width, f.Detection.Height));
        return new DriverActor(scene.Picture, scene.Empty, [.. face.Mesh.Select(p => (p.X, p.Y, p.Z))]);
    }

    private static VideoFrame Frame(RgbImage image, int index) =>
        new(image.Pixels, null, FrameFormat.Rgb24, image.Width, image.Height, index, index, new Rational(1, 10));
}

using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

/// <summary>The models on photographs whose faces are marked by hand, and on what is made of them.</summary>
public sealed class FaceReaderTests
{
    private static readonly FaceOptions Large = new() { MinimumSize = 0.08 };

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_Photographs_FindsTheirFacesAndNothingElse()
    {
        var hits = 0;
        foreach (var picture in FacePictures.All)
        {
            var found = Read(picture.Image, Large);

            Assert.All(picture.Faces.Where(face => face.IsFrontal), face => Assert.Contains(found, f => Shows(face, f)));
            Assert.All(found, f => Assert.Contains(picture.Faces, face => Shows(face, f)));
            Assert.Equal(found.OrderByDescending(f => f.Detection.Area).Select(f => f.Detection), found.Select(f => f.Detection));
            hits += picture.Faces.Count(face => found.Any(f => Shows(face, f)));
        }

        Assert.InRange(hits, 21, 22); // one of them is a profile
    }

    [RequiresTheory(Needs.Ffmpeg | Needs.Photographs)]
    [InlineData(0.04, 0)]
    [InlineData(0.04, 30)]
    [InlineData(0.6, -30)]
    public void Read_PortraitOnATestPattern_IsFoundAtAnySize(double size, double degrees)
    {
        var canvas = RgbImage.Generate("testsrc2=s=1280x720", 1280, 720, 10);
        var (picture, face) = FacePictures.Portraits.Last();
        var truth = FaceComposer.Draw(canvas, picture.Image, face, 700, 360, size * 720, degrees);

        var found = Assert.Single(Read(canvas, new FaceOptions()));

        Assert.True(Shows(truth, found));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("testsrc2=s=640x360")]
    [InlineData("mandelbrot=s=640x360")]
    [InlineData("color=gray:s=640x360,noise=alls=80:allf=t")]
    public void Read_Texture_ShowsNoFace(string source) =>
        Assert.Empty(Read(RgbImage.Generate(source, 640, 360, 5), new FaceOptions()));

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_TurnedPortrait_RollsWithIt()
    {
        var (picture, face) = FacePictures.Portraits.First();
        var roll = Portrait(picture, face, 0).Pose!.Value.Roll;

        Assert.Equal(roll + 25, Portrait(picture, face, 25).Pose!.Value.Roll, 5.0);
        Assert.Equal(roll - 25, Portrait(picture, face, -25).Pose!.Value.Roll, 5.0);
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_MirroredPhotograph_LooksTheOtherWay()
    {
        var picture = FacePictures.All[4];
        var seen = Read(picture.Image, Large);
        var mirrored = Read(Mirror(picture.Image), Large);

        Assert.Equal(seen.Count, mirrored.Count);
        foreach (var face in seen)
        {
            var other = mirrored.MinBy(m => Math.Abs(m.Detection.Left + face.Detection.Right - picture.Image.Width)
                + Math.Abs(m.Detection.Top - face.Detection.Top))!;
            Assert.Equal(-face.Pose!.Value.Yaw, other.Pose!.Value.Yaw, 6.0);
            Assert.Equal(face.Pose.Value.Pitch, other.Pose.Value.Pitch, 6.0);
            Assert.Equal(-face.Pose.Value.Roll, other.Pose.Value.Roll, 5.0);
            Assert.Equal(face.LeftEyeOpen!.Value, other.RightEyeOpen!.Value, 0.25);
            Assert.True(face.Likeness(other) > 0.8);
        }
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_ClosedEyes_AreToldFromOpenOnes()
    {
        var picture = FacePictures.All[5];
        var open = Read(picture.Image, Large);
        var closed = picture.Image.Clone();
        foreach (var face in open)
        {
            MadeFaces.CloseEyes(closed, face);
        }

        double?[] before = [.. open.SelectMany(f => new[] { f.LeftEyeOpen, f.RightEyeOpen })];
        double?[] after = [.. Read(closed, Large).SelectMany(f => new[] { f.LeftEyeOpen, f.RightEyeOpen })];

        Assert.Equal((8, 8), (before.Length, after.Length));
        Assert.All(before, eye => Assert.True(eye >= FaceScores.ClosedEyes, $"{eye}"));
        Assert.True(after.Count(eye => eye < FaceScores.ClosedEyes) >= 6, string.Join(' ', after));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_SamePersonInOtherLightAndSize_IsNearOthersAreFar()
    {
        var portraits = FacePictures.Portraits.Where((_, i) => i % 3 == 0).ToList();
        List<FaceFinding> bright = [.. portraits.Select(p => Portrait(p.Picture, p.Face, 0))];
        List<FaceFinding> dark = [.. portraits.Select(p => Portrait(p.Picture, p.Face, 8, height: 110, light: 0.6))];

        for (var i = 0; i < portraits.Count; i++)
        {
            Assert.Equal(1, bright[i].Likeness(bright[i]), 3);
            Assert.True(bright[i].Likeness(dark[i]) > 0.6, $"{i}: {bright[i].Likeness(dark[i])}");
            for (var j = 0; j < portraits.Count; j++)
            {
                Assert.True(i == j || bright[i].Likeness(dark[j]) < 0.45, $"{i} {j}: {bright[i].Likeness(dark[j])}");
            }
        }
    }

    [RequiresFact(Needs.Ffmpeg | Needs.Photographs)]
    public void Read_BlurredPortrait_IsLessSharp()
    {
        var (picture, face) = FacePictures.Portraits.Last();
        var blurred = RgbImage.Read(picture.Path, picture.Image.Width / 8, picture.Image.Height / 8);
        var small = face with { X = face.X / 8, Y = face.Y / 8, Width = face.Width / 8, Height = face.Height / 8 };

        Assert.True(Portrait(picture, face, 0).Detail.Sharpness > 5 * Portrait(picture with { Image = blurred }, small, 0).Detail.Sharpness);
    }

    private static FaceFinding Portrait(FacePicture picture, FaceTruth face, double degrees, double height = 180, double light = 1)
    {
        var canvas = new RgbImage(480, 360, new byte[480 * 360 * 3]);
        Array.Fill(canvas.Pixels, (byte)120);
        FaceComposer.Draw(canvas, picture.Image, face, 240, 190, height, degrees);
        for (var i = 0; i < canvas.Pixels.Length && light < 1; i++)
        {
            canvas.Pixels[i] = (byte)(canvas.Pixels[i] * light);
        }

        return Assert.Single(Read(canvas, new FaceOptions { MinimumSize = 0.15 }));
    }

    private static RgbImage Mirror(RgbImage image)
    {
        var mirrored = image.Clone();
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                image.Pixels.AsSpan(((y * image.Width) + x) * 3, 3)
                    .CopyTo(mirrored.Pixels.AsSpan(((y * image.Width) + image.Width - 1 - x) * 3));
            }
        }

        return mirrored;
    }

    private static IReadOnlyList<FaceFinding> Read(RgbImage image, FaceOptions options) => new FaceReader(options).Read(
        new VideoFrame(image.Pixels, null, FrameFormat.Rgb24, image.Width, image.Height, 0, 0, new Rational(1, 25)));

    private static bool Shows(FaceTruth face, FaceFinding finding) =>
        face.IsFoundBy(finding.Detection.Left, finding.Detection.Top, finding.Detection.Width, finding.Detection.Height);
}

using VideoTools.Engine.Imaging;
using VideoTools.Engine.Previews;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Imaging;
using VideoTools.Engine.Tests.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Previews;

/// <summary>Pictures of crops, read back pixel by pixel.</summary>
public sealed class CropPreviewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-previews-").FullName;

    // Flat grey with one square that moves at the right: what a pixel was before anything was drawn on it is known.
    private static string Clip => TestClip.Make(
        "preview.mp4", "-f", "lavfi", "-i", "color=0x808080:size=320x180:rate=25:duration=4",
        "-f", "lavfi", "-i", "color=0xF0F0F0:size=24x24:rate=25:duration=4",
        "-filter_complex", "[0][1]overlay=x='264+20*sin(6*t)':y='78+40*cos(6*t)'", "-c:v", "libx264", "-crf", "12", "-pix_fmt", "yuv420p");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresFact(Needs.Ffmpeg)]
    public void Sheet_OfAFile_ShowsItsCandidatesDarkOutside()
    {
        var options = new CropPreviewOptions { OutputDirectory = _folder, Crop = new CropOptions { Aspect = new AspectRatio(9, 16) } };

        var preview = Assert.Single(Sessions.Records<CropPreview>(new CropPreviewRequest(options), Clip));

        Assert.Equal(Path.Combine(_folder, "preview_crop-sheet.png"), preview.FullName);
        Assert.Equal(new FileInfo(preview.FullName).Length, preview.Length);
        var sheet = PngEncoderTests.Read(File.ReadAllBytes(preview.FullName), preview.Width, preview.Height);
        var positions = Sessions.Records<CropPosition>(new AnalysisRequest(options.Crop), Clip);
        var best = VideoTools.Engine.Features.Crop.CropCandidateSelector.Select(positions, new CandidateOptions())[0];
        var tile = new RgbPicture(320, 180);
        var (left, top) = (SheetPainter.TileLeft(0, tile), SheetPainter.TileTop(0, tile));

        // The crop lies over the square; outside of it grey has a third of its light, inside all of it, and the border lies on its edge.
        Assert.True(best.X > 150, best.Crop);
        Assert.InRange(sheet.At(left + 20, top + 20).R, 0x80 / 3 - 4, (0x80 / 3) + 4);
        Assert.InRange(sheet.At(left + best.X + 6, top + 10).R, 0x80 - 4, 0x80 + 4);
        Assert.Equal(PreviewColors.Edge, sheet.At(left + best.X + 1, top + 90));
        Assert.Contains(Enumerable.Range(left, 200), x => sheet.At(x, top - SheetPainter.LabelHeight + 4) == PreviewColors.Ink);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void HeatMap_Tints_AreTheValuesOfTheRecords()
    {
        var crop = new CropOptions { Aspect = new AspectRatio(1, 1), Grid = 4, Scale = 0.5 };
        var positions = Sessions.Records<CropPosition>(new AnalysisRequest(crop), Clip);
        var request = new CropPreviewRequest(new CropPreviewOptions { OutputDirectory = _folder, Kinds = new([CropPreviewKind.HeatMap]) });

        var preview = (CropPreview)Assert.Single(Sessions.Run(request, new VideoInput(Clip) { Positions = positions })
            .OfType<RecordEvent>()).Record;

        var picture = PngEncoderTests.Read(File.ReadAllBytes(preview.FullName), preview.Width, preview.Height);
        var frame = new RgbPicture(320, 180);
        foreach (var (i, (name, value)) in HeatMapPainter.Measures.Index())
        {
            var (left, top) = HeatMapPainter.Panel(i, frame);
            var (low, high) = (positions.Min(value), positions.Max(value));
            foreach (var position in positions)
            {
                // In the lower left corner of a cell there is no number, and in the left half of the picture nothing moves.
                var cell = HeatMapPainter.Cell(position, positions, frame.Width, frame.Height);
                if (cell.Right > 200)
                {
                    continue;
                }

                var red = picture.At(left + cell.Left + 12, top + cell.Bottom - 6).R;
                var share = (red - 64) / (255.0 - 64);
                var expected = HeatMapPainter.Lowest + (HeatMapPainter.Span * (high > low ? (value(position) - low) / (high - low) : 1));
                Assert.True(Math.Abs(share - expected) < 0.03, $"{name} of {position.Crop}: {share:0.000}, not {expected:0.000}");
            }
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Single_OfACandidate_IsTheWindowInItsOwnPixels()
    {
        var candidate = new CropCandidate
        {
            FullName = Clip, Number = 3, X = 219, Y = 0, Width = 101, Height = 180, Strategy = "Balanced", VideoWidth = 320, VideoHeight = 180,
            EndSeconds = 4,
        };
        var request = new CropPreviewRequest(new CropPreviewOptions { OutputDirectory = _folder, Kinds = new([CropPreviewKind.Single]) });

        var events = Sessions.Run(request, new VideoInput(Clip) { Candidates = [candidate] });

        var preview = (CropPreview)Assert.Single(events.OfType<RecordEvent>()).Record;
        Assert.Equal(("preview_crop-3.png", 101, 180, 3), (preview.Name, preview.Width, preview.Height, preview.Number));
        var picture = PngEncoderTests.Read(File.ReadAllBytes(preview.FullName), 101, 180);
        Assert.InRange(Enumerable.Range(0, 101 * 180).Count(i => picture.At(i % 101, i / 101).R > 200), 300, 800);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Sheet_OfWindowsOverTime_FollowsThePath()
    {
        var shot = CropShots.Of(new CropPosition
        {
            FullName = Clip, Index = 0, X = 0, Y = 0, Width = 100, Height = 180, VideoWidth = 320, VideoHeight = 180, EndSeconds = 4,
        }) with { SceneIndex = 1, Mode = CropMode.Follow, Path = new([new CropKey(0, 0, 0), new CropKey(4, 220, 0)]) };
        var path = Path.Combine(_folder, "chosen.png");
        var request = new CropPreviewRequest(new CropPreviewOptions { Destination = path });

        var preview = (CropPreview)Assert.Single(Sessions.Run(request, new VideoInput(Clip) { Shots = [shot] }).OfType<RecordEvent>()).Record;

        var sheet = PngEncoderTests.Read(File.ReadAllBytes(path), preview.Width, preview.Height);
        var tile = new RgbPicture(320, 180);
        var edges = Enumerable.Range(0, 3).Select(column => Enumerable.Range(0, 320).First(
            x => sheet.At(SheetPainter.TileLeft(column, tile) + x, SheetPainter.TileTop(0, tile) + 60) == PreviewColors.Edge)).ToArray();
        Assert.True(edges[0] + 20 < edges[1] && edges[1] + 20 < edges[2], string.Join(' ', edges));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Write_OverAFile_IsRefusedBeforeTheWork_AndForced()
    {
        var path = Path.Combine(_folder, "preview_crop-sheet.png");
        File.WriteAllText(path, "mine");
        var options = new CropPreviewOptions { OutputDirectory = _folder };

        var failure = Assert.Single(Sessions.Run(new CropPreviewRequest(options), Clip).OfType<FailureEvent>());
        Assert.Equal(VideoErrorId.OutputExists, failure.Error.Id);
        Assert.Equal("mine", File.ReadAllText(path));

        Assert.Single(Sessions.Records<CropPreview>(new CropPreviewRequest(options with { Force = true }), Clip));
        Assert.Equal(0x89, File.ReadAllBytes(path)[0]);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Write_TwoVideosOfOneName_WritesOne()
    {
        var other = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "b")).FullName, "preview.mp4");
        File.Copy(Clip, other);
        var options = new CropPreviewOptions { OutputDirectory = _folder, Force = true };

        var events = Sessions.Run(new CropPreviewRequest(options), Clip, other);

        Assert.Single(events.OfType<RecordEvent>());
        Assert.Equal(VideoErrorId.OutputExists, Assert.Single(events.OfType<FailureEvent>()).Error.Id);
    }

    [Theory]
    [InlineData("x.jpg", CropPreviewKind.Sheet, ".png")]
    [InlineData("x.png", CropPreviewKind.Single, "directory")]
    public void Options_ThatMakeNoSense_AreRefused(string destination, CropPreviewKind kind, string word)
    {
        using var engine = VideoEngine.Create();
        var options = new CropPreviewOptions { Destination = destination, Kinds = new([kind]) };

        Assert.Contains(word, Assert.Throws<ArgumentException>(() => engine.Open(new CropPreviewRequest(options))).Message, StringComparison.Ordinal);
    }
}

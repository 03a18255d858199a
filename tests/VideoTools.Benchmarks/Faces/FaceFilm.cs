using System.Diagnostics;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Faces;

/// <summary>A real film with rendered people, the Sintel trailer: what is found, and a sheet of it.</summary>
internal static class FaceFilm
{
    private const int Width = 854;
    private const int Height = 480;
    private const int Columns = 2;

    /// <summary>Prints counts and cost; draws the sheet where asked.</summary>
    public static void Print(FaceOptions options, string? sheet)
    {
        var film = RealClips.SintelTrailer!;
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var template = new TemplateOptions { Faces = options, IncludeFaces = true, SkipText = true, SkipSpeech = true };
        var records = EngineRuns.Run(
            new AnalysisRequest(options, template) { Engine = new EngineOptions { Cache = CacheMode.Off } }, film);
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        List<VideoFace> faces = [.. records.OfType<VideoFace>()];
        var whole = records.OfType<VideoTemplate>().Single();
        Console.WriteLine(FormattableString.Invariant(
            $"Sintel trailer: {faces.Count} faces in {faces.Select(f => f.Seconds).Distinct().Count()} frames, {faces.Select(f => f.TrackId).Distinct().Count()} tracks, {whole.FacePeople} people, most at a time {whole.FaceCount}, share of time {whole.FaceShare:0.00}; wall {watch.Elapsed.TotalSeconds:0.0} s, processor {cpu:0.0} s of {whole.DurationSeconds:0} s of film; peak of this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB"));
        if (sheet is not null)
        {
            Draw(film, faces, options, sheet);
        }
    }

    // The best picture of each of the longest tracks, in order of time.
    private static void Draw(string film, List<VideoFace> faces, FaceOptions options, string target)
    {
        List<VideoFace> best = [.. faces.GroupBy(f => f.TrackId)
            .OrderByDescending(track => track.Count()).ThenBy(track => track.Key)
            .Take(6)
            .Select(track => track.MaxBy(f => f.CompositeScore)!)
            .OrderBy(f => f.Seconds)];
        var rows = (best.Count + Columns - 1) / Columns;
        var sheet = new RgbPicture(Width * Columns / 2 * 2, Height * rows);
        for (var i = 0; i < best.Count; i++)
        {
            var frame = RgbImage.Read(film, Width, Height, Math.Max(0.001, best[i].Seconds - 0.02));
            var picture = new RgbPicture(Width, Height, frame.Pixels);
            foreach (var face in FaceBench.Find(frame.Clone(), options))
            {
                Draw(picture, face);
            }

            sheet.Draw(picture, i % Columns * Width, i / Columns * Height);
        }

        Ffmpeg.Feed(
            [
                "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", FormattableString.Invariant($"{sheet.Width}x{sheet.Height}"), "-i", "-",
                "-vf", "scale=1200:-2:flags=area", "-frames:v", "1", "-q:v", "5", target,
            ],
            input => input.Write(sheet.Pixels));
        Console.WriteLine($"sheet: {target}");
    }

    private static void Draw(RgbPicture picture, FaceFinding face)
    {
        var box = face.Detection;
        var area = new PixelArea((int)box.Left, (int)box.Top, (int)box.Right, (int)box.Bottom);
        picture.Outline(area, 2, new RgbColor(60, 220, 60));
        foreach (var point in face.Mesh)
        {
            picture.Fill(new PixelArea((int)point.X, (int)point.Y, (int)point.X + 1, (int)point.Y + 1), new RgbColor(255, 200, 0), 0.8);
        }

        foreach (var (x, y) in box.Points)
        {
            picture.Fill(new PixelArea((int)x - 2, (int)y - 2, (int)x + 2, (int)y + 2), new RgbColor(255, 60, 60));
        }

        var text = FormattableString.Invariant(
            $"{box.Score:0.00} YAW {face.Pose?.Yaw:0} EYES {face.RightEyeOpen:0.0} {face.LeftEyeOpen:0.0} {face.Expression}").ToUpperInvariant();
        PixelText.Write(picture, area.Left, area.Bottom + 4, text, 2, new RgbColor(255, 255, 255));
    }
}

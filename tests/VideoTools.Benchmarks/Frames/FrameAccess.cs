using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Frames;

/// <summary>What pictures at full size cost: read afterwards, only those that were chosen, or made along with the decode.</summary>
internal static class FrameAccess
{
    /// <summary>A table.</summary>
    public static string Measure(int rounds)
    {
        var text = new StringBuilder();
        text.Append("| clip | minutes | chosen | selection, s | their pictures afterwards, s | selection with a JPEG every 0.5 s, s | JPEG, MiB |\n")
            .Append("|---|---|---|---|---|---|---|\n");
        foreach (var (name, file) in new[] { ("film clip", RealClips.BigBuckBunny!), ("generated film", LongFilm.Build(10)) })
        {
            var engine = new EngineOptions { Cache = CacheMode.Off };
            List<SelectedFrame> frames = [];
            var select = Least(rounds, () => frames =
                [.. EngineRuns.Run(new AnalysisRequest(new FrameOptions()) { Engine = engine }, file).Cast<SelectedFrame>()]);
            var export = Least(rounds, () => Export(file, frames));
            long bytes = 0;
            var along = Least(rounds, () => bytes = DecodeWithPictures(file));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {frames[^1].Seconds / 60:0.0} | {frames.Count} | {select:0.0} | {export:0.0} ")
                .Append(CultureInfo.InvariantCulture, $"| {along:0.0} | {bytes / 1048576.0:0} |\n");
        }

        return text.ToString();
    }

    private static void Export(string file, List<SelectedFrame> frames)
    {
        var folder = Directory.CreateTempSubdirectory("videotools-frames-");
        try
        {
            using var engine = VideoEngine.Create();
            using var session = engine.Open(new FrameExportRequest(new FrameExportOptions { OutputDirectory = folder.FullName }));
            session.Add(new VideoInput(file) { Frames = frames });
            session.CompleteAdding();
            while (!session.IsFinished)
            {
                if (session.Take(TimeSpan.FromSeconds(1)) is FailureEvent failure)
                {
                    throw new InvalidOperationException(failure.Error.Message);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Without a choice: what the children and the pipe cost when every candidate comes along at full size.
    private static long DecodeWithPictures(string file)
    {
        var options = new EngineOptions();
        var source = Prober.Create(options).Probe(file, countFrames: false, CancellationToken.None);
        var sink = new Counter();
        MediaDecoder.Create(options).Decode(
            new DecodePlan
            {
                Source = source,
                AnalysisLongSide = 320,
                Stills = [new StillSelection(Math.Max(source.Info.Width, source.Info.Height), FrameFormat.Jpeg, 0.5)],
            },
            sink);
        return sink.Bytes;
    }

    private static double Least(int rounds, Action run)
    {
        var least = double.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            run();
            least = Math.Min(least, clock.Elapsed.TotalSeconds);
        }

        return least;
    }

    private sealed class Counter : IDecodeSink
    {
        public long Bytes { get; private set; }

        public bool IsSatisfied => false;

        public void OnFrame(VideoFrame frame)
        {
        }

        public void OnStill(VideoFrame frame, int selection) => Bytes += frame.ByteCount;

        public void OnAudio(AudioBlock block, int track)
        {
        }
    }
}

using System.Diagnostics;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Benchmarks.Speech;

/// <summary>The speech analyzer over samples, without a decoder: what it says and what it costs.</summary>
internal sealed record SpeechRun(IReadOnlyList<TranscriptSegment> Segments, double SoundSeconds, double WallSeconds, double CpuSeconds)
{
    public string Text => string.Join(' ', Segments.Select(s => s.Text).Where(t => t is not null));

    public IEnumerable<TranscriptWord> Words => Segments.SelectMany(s => s.Words);

    public static SpeechRun Of(short[] samples, SpeechOptions options)
    {
        const int block = 1024;
        var segments = new List<TranscriptSegment>();
        var info = new VideoInfo
        {
            FullName = "samples",
            Container = "none",
            AudioTracks = new ValueList<AudioTrack>([new AudioTrack { Index = 0, Codec = "pcm_s16le" }]),
        };
        var (wall, cpu) = (Stopwatch.StartNew(), ProcessorTime.Now);
        using var analyzer = new SpeechAnalyzer(options, new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
        analyzer.Begin(new AnalysisContext(info, null, null, r => segments.Add((TranscriptSegment)r)));
        for (var at = 0; at < samples.Length; at += block)
        {
            analyzer.OnAudio(new AudioBlock(samples.AsSpan(at, Math.Min(block, samples.Length - at)), at, new Rational(1, 16_000)));
        }

        var summary = new DecodeSummary(0, 0, new Rational(1, 1), 0, RecordStatus.Ok);
        analyzer.End(summary);
        analyzer.Complete(summary);
        return new SpeechRun(segments, samples.Length / 16_000.0, wall.Elapsed.TotalSeconds, ProcessorTime.Now - cpu);
    }
}

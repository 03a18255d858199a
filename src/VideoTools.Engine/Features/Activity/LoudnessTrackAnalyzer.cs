using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Activity;

/// <summary>Adds up the energy of frames of 32 ms and emits one <see cref="LoudnessTrack"/> at the end.</summary>
internal sealed class LoudnessTrackAnalyzer : IAnalyzer
{
    private readonly BoundedSeries _series = new();
    private readonly SoundFramer _framer;
    private AnalysisContext _context = null!;

    /// <summary>Prepares for one file.</summary>
    public LoudnessTrackAnalyzer() => _framer = new SoundFramer(Take, () => { });

    /// <inheritdoc/>
    public void Begin(AnalysisContext context) => _context = context;

    /// <inheritdoc/>
    public void OnAudio(AudioBlock block) =>
        _framer.Add(new SoundChunk(block.Samples.ToArray(), MediaTime.ToSeconds(block.Pts, block.TimeBase)));

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        _framer.Flush();
        _context.Emit(new LoudnessTrack { Starts = _series.Starts, Energies = _series.Totals, SampleCounts = _series.Counts });
    }

    private void Take(short[] samples, double start) =>
        _series.Add((long)Math.Round(start * LogMelSpectrogram.SampleRate), LevelMeter.Energy(samples), samples.Length);
}

using System.Diagnostics;
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>The frames of a sequence as JPEG files: made once, by the first question that is really sent, for all of them.</summary>
internal sealed class SequencePictures
{
    private readonly Lazy<IReadOnlyList<ReadOnlyMemory<byte>>> _files;
    private FrameSequence? _sequence;

    /// <summary>Takes the pixels of a sequence.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="quality">Quality of the files.</param>
    /// <param name="meter">Counts what is made.</param>
    public SequencePictures(FrameSequence sequence, int quality, QueryMeter meter)
    {
        _sequence = sequence;
        _files = new Lazy<IReadOnlyList<ReadOnlyMemory<byte>>>(() => Encode(quality, meter));
    }

    /// <summary>The files, in order of time.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Get() => _files.Value;

    private ReadOnlyMemory<byte>[] Encode(int quality, QueryMeter meter)
    {
        var sequence = _sequence!;
        var started = Stopwatch.GetTimestamp();
        var files = new ReadOnlyMemory<byte>[sequence.FrameTimes.Count];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = JpegWriter.Encode(sequence.Frame(i), sequence.Width, sequence.Height, quality);
        }

        // Ten times as large as the files; nobody needs them any more.
        _sequence = null;
        meter.OnEncoded(files.Length, files.Sum(file => (long)file.Length), Stopwatch.GetElapsedTime(started));
        return files;
    }
}

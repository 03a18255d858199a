namespace VideoTools.Engine.Features.Speech;

/// <summary>
/// At most 30 s of sound that Whisper reads at once: stretches of speech with the short pauses between them. Longer pauses are left out,
/// so that a time in the window is mapped to a time in the file stretch by stretch.
/// </summary>
internal sealed class SpeechWindow
{
    // 0.16 s without voice inside a word: longer than the closure of a plosive.
    private const int PauseInWord = 5;

    private readonly SoundFrame[] _frames;

    /// <summary>Takes the frames over.</summary>
    public SpeechWindow(IEnumerable<SoundFrame> frames) => _frames = [.. frames];

    /// <summary>Length in seconds.</summary>
    public double Seconds => _frames.Length * SoundFrame.Seconds;

    /// <summary>Number of frames.</summary>
    public int FrameCount => _frames.Length;

    /// <summary>The sound from a time on, -1 to 1.</summary>
    public float[] Samples(double fromSeconds)
    {
        var skip = Math.Clamp(
            (int)Math.Round(fromSeconds * LogMelSpectrogram.SampleRate), 0, _frames.Length * IVoiceActivity.FrameSamples);
        var samples = new float[(_frames.Length * IVoiceActivity.FrameSamples) - skip];
        for (var i = 0; i < samples.Length; i++)
        {
            var at = i + skip;
            samples[i] = _frames[at / IVoiceActivity.FrameSamples].Samples[at % IVoiceActivity.FrameSamples] / 32768f;
        }

        return samples;
    }

    /// <summary>Time in the file of a moment where something begins.</summary>
    public double StartToFile(double seconds)
    {
        var frame = Math.Clamp((int)Math.Floor((seconds / SoundFrame.Seconds) + 1e-6), 0, _frames.Length - 1);
        return _frames[frame].StartSeconds + Math.Clamp(seconds - (frame * SoundFrame.Seconds), 0, SoundFrame.Seconds);
    }

    /// <summary>
    /// Time in the file of a moment where something ends: before a pause that was left out, where a start lies after it.
    /// </summary>
    public double EndToFile(double seconds)
    {
        var frame = Math.Clamp((int)Math.Ceiling((seconds / SoundFrame.Seconds) - 1e-6) - 1, 0, _frames.Length - 1);
        return _frames[frame].StartSeconds + Math.Clamp(seconds - (frame * SoundFrame.Seconds), 0, SoundFrame.Seconds);
    }

    /// <summary>Seconds of speech between two times of the window.</summary>
    public double VoicedSeconds(double from, double to)
    {
        var count = 0;
        for (var i = Frame(from); i < Frame(to); i++)
        {
            count += _frames[i].Voice >= SpeechWindower.SpeechBegins ? 1 : 0;
        }

        return count * SoundFrame.Seconds;
    }

    /// <summary>
    /// The span without the frames at its ends that hold no speech; unchanged when none of its frames holds any. The low
    /// limit, below which a stretch of speech ends: over music the ends of sentences are heard with little certainty.
    /// </summary>
    public (double Start, double End) TrimToVoice(double start, double end)
    {
        var (first, last) = (Frame(start), Math.Max(Frame(start), Frame(end - 1e-6)));
        var (from, to) = (first, last);
        while (from <= last && from < _frames.Length && _frames[from].Voice < SpeechWindower.StretchEnds)
        {
            from++;
        }

        while (to >= from && to < _frames.Length && _frames[to].Voice < SpeechWindower.StretchEnds)
        {
            to--;
        }

        return to < from
            ? (start, end)
            : (Math.Max(start, from * SoundFrame.Seconds), Math.Min(end, (to + 1) * SoundFrame.Seconds));
    }

    /// <summary>
    /// The part of a word's span in which it was most likely said. A span that holds a pause was drawn out to its neighbour: the part
    /// after the pause counts, unless the part before is more than twice as long.
    /// </summary>
    public (double Start, double End) WordInVoice(double start, double end)
    {
        var (first, last) = (Frame(start), Math.Min(Math.Max(Frame(start), Frame(end - 1e-6)), _frames.Length - 1));
        var (best, bestLength) = ((First: -1, Last: -1), 0);
        for (var i = first; i <= last; i++)
        {
            if (_frames[i].Voice < SpeechWindower.SpeechEnds)
            {
                continue;
            }

            var (run, silent) = ((First: i, Last: i), 0);
            for (var j = i + 1; j <= last && silent < PauseInWord; j++)
            {
                silent = _frames[j].Voice < SpeechWindower.SpeechEnds ? silent + 1 : 0;
                run.Last = silent == 0 ? j : run.Last;
            }

            var length = run.Last - run.First + 1;
            if (2 * length >= bestLength)
            {
                (best, bestLength) = (run, length);
            }

            i = run.Last;
        }

        return bestLength == 0
            ? (start, end)
            : (Math.Max(start, best.First * SoundFrame.Seconds), Math.Min(end, (best.Last + 1) * SoundFrame.Seconds));
    }

    private int Frame(double seconds) => Math.Clamp((int)Math.Floor((seconds / SoundFrame.Seconds) + 1e-6), 0, _frames.Length);
}

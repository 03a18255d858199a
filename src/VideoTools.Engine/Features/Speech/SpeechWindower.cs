// Method: frames of 32 ms with their probability of speech go in; speech begins at a probability of 0.5 and ends when it stays below
// 0.15 for 0.38 s (hysteresis; Silero proposes 0.35, which loses the ends of sentences spoken over loud music). Speech shorter than
// 0.19 s is dropped. Stretches of speech, with 0.38 s before and after, are collected into windows of at most 29 s: a window ends at
// the last pause that fits, or where there is no speech for 3 s; for 1.5 s, when it holds 8 s already: after a pause somebody else may
// speak, in another language. A stretch longer than a window is cut where speech is least likely in its
// last two thirds.
// Source: Silero VAD's reference segmentation; cut and merge as in Bain et al., "WhisperX", 2023.
// Units: frames of 32 ms. Cost: negligible; keeps one window of sound (29 s, 0.9 MB).
namespace VideoTools.Engine.Features.Speech;

/// <summary>Cuts sound, as it arrives, into windows that hold speech.</summary>
internal sealed class SpeechWindower(Action<SpeechWindow> finished)
{
    /// <summary>Speech begins at this probability.</summary>
    public const float SpeechBegins = 0.5f;

    /// <summary>Below this probability a frame holds no speech.</summary>
    public const float SpeechEnds = 0.35f;

    /// <summary>Below this probability for a while a stretch of speech is over.</summary>
    public const float StretchEnds = 0.15f;

    /// <summary>Longest window in frames: 29 s, so that the last words have room before Whisper's 30 s.</summary>
    public const int MaxFrames = 906;

    // All in frames of 32 ms, chosen by hand; not fitted.
    private const int FramesBefore = 12; // 0.38 s kept before a stretch of speech: soft beginnings
    private const int SilentFramesToEnd = 12; // 0.38 s below StretchEnds end a stretch
    private const int MinVoicedFrames = 6; // 0.19 s: less is a click
    private const int KeptPause = 24; // 0.77 s of a pause stay in the window
    private const int PauseThatEndsWindow = 94; // 3 s
    private const int PauseThatEndsLongWindow = 47; // 1.5 s
    private const int LongWindow = 250; // 8 s

    private readonly List<SoundFrame> _window = [];
    private readonly List<SoundFrame> _open = [];
    private readonly Queue<SoundFrame> _recent = new();
    private bool _inSpeech;
    private int _voiced;
    private int _silent;
    private int _pause;

    /// <summary>Seconds of speech so far.</summary>
    public double VoicedSeconds { get; private set; }

    /// <summary>Takes the next frame.</summary>
    public void Add(SoundFrame frame)
    {
        if (frame.Voice >= SpeechBegins)
        {
            VoicedSeconds += SoundFrame.Seconds;
        }

        if (_inSpeech)
        {
            Continue(frame);
        }
        else if (frame.Voice >= SpeechBegins)
        {
            Open(frame);
        }
        else
        {
            Wait(frame);
        }
    }

    /// <summary>Hands over what is left; what comes next does not belong to it.</summary>
    public void Flush()
    {
        if (_inSpeech)
        {
            Close();
        }

        Finish();
        _recent.Clear();
    }

    private void Wait(SoundFrame frame)
    {
        _recent.Enqueue(frame);
        if (_recent.Count > KeptPause)
        {
            _recent.Dequeue();
        }

        if (++_pause >= (_window.Count >= LongWindow ? PauseThatEndsLongWindow : PauseThatEndsWindow))
        {
            Finish();
        }
    }

    private void Open(SoundFrame frame)
    {
        // A short pause stays as it was; of a longer one only the part right before the speech is kept.
        var isWhole = _window.Count > 0 && _pause <= _recent.Count;
        _open.AddRange(isWhole ? _recent : _recent.Skip(Math.Max(0, _recent.Count - FramesBefore)));
        _pause -= _open.Count;
        _recent.Clear();
        _open.Add(frame);
        _inSpeech = true;
        _voiced = 1;
        _silent = 0;
        MakeRoom();
    }

    private void Continue(SoundFrame frame)
    {
        _open.Add(frame);
        _voiced += frame.Voice >= SpeechBegins ? 1 : 0;
        _silent = frame.Voice < StretchEnds ? _silent + 1 : 0;
        if (_silent >= SilentFramesToEnd)
        {
            Close();
        }
        else
        {
            MakeRoom();
        }
    }

    private void Close()
    {
        _inSpeech = false;
        if (_voiced >= MinVoicedFrames)
        {
            _window.AddRange(_open);
            _pause = 0;
        }
        else
        {
            // A click or a cough: its frames are part of the pause.
            foreach (var frame in _open)
            {
                Wait(frame);
            }
        }

        _open.Clear();
    }

    private void MakeRoom()
    {
        if (_window.Count + _open.Count < MaxFrames)
        {
            return;
        }

        if (_window.Count > 0)
        {
            Finish();
        }
        else
        {
            var cut = QuietestFrame();
            _window.AddRange(_open.Take(cut));
            _open.RemoveRange(0, cut);
            _voiced = Math.Max(MinVoicedFrames, _open.Count(f => f.Voice >= SpeechBegins));
            Finish();
        }
    }

    private int QuietestFrame()
    {
        var frames = CollectionsMarshal.AsSpan(_open);
        var (best, lowest) = (frames.Length - 1, float.MaxValue);
        for (var i = frames.Length / 3; i < frames.Length - 2; i++)
        {
            var voice = frames[i - 2].Voice + frames[i - 1].Voice + frames[i].Voice + frames[i + 1].Voice + frames[i + 2].Voice;
            if (voice <= lowest)
            {
                (best, lowest) = (i, voice);
            }
        }

        return best;
    }

    private void Finish()
    {
        if (_window.Count > 0)
        {
            finished(new SpeechWindow(_window));
            _window.Clear();
        }
    }
}

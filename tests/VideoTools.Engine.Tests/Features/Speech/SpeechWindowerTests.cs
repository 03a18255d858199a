using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SpeechWindowerTests
{
    private readonly List<SpeechWindow> _windows = [];
    private readonly SpeechWindower _windower;
    private int _frame;

    public SpeechWindowerTests() => _windower = new SpeechWindower(_windows.Add);

    [Fact]
    public void Add_NobodySpeaks_GivesNoWindow()
    {
        Feed((1000, 0.1f));
        _windower.Flush();
        Assert.Empty(_windows);
        Assert.Equal(0, _windower.VoicedSeconds);
    }

    [Fact]
    public void Add_Click_IsDropped()
    {
        Feed((100, 0), (4, 0.9f), (200, 0));
        _windower.Flush();
        Assert.Empty(_windows);
    }

    [Fact]
    public void Add_OneSentence_IsOneWindowWithRoomAround()
    {
        Feed((100, 0), (50, 0.9f), (200, 0));
        var window = Assert.Single(_windows);
        Assert.Equal(88 * SoundFrame.Seconds, window.StartToFile(0), 1e-9);
        Assert.Equal(162 * SoundFrame.Seconds, window.EndToFile(window.Seconds), 1e-9);
        Assert.Equal(50 * SoundFrame.Seconds, window.VoicedSeconds(0, window.Seconds), 1e-9);
    }

    [Fact]
    public void Add_TwoSentencesWithPauseOfTwoSeconds_AreOneWindowWithoutThePause()
    {
        Feed((20, 0), (50, 0.9f), (62, 0), (50, 0.9f), (200, 0));
        var window = Assert.Single(_windows);
        Assert.Equal((12 + 50 + 12) + (12 + 50 + 12), window.FrameCount);

        // The second sentence begins at frame 132 of the file and at frame 74 + 12 of the window.
        Assert.Equal(132 * SoundFrame.Seconds, window.StartToFile(86 * SoundFrame.Seconds), 1e-9);

        // A moment at the seam is the end of the first stretch, or the start of the second.
        Assert.Equal(82 * SoundFrame.Seconds, window.EndToFile(74 * SoundFrame.Seconds), 1e-9);
        Assert.Equal(120 * SoundFrame.Seconds, window.StartToFile(74 * SoundFrame.Seconds), 1e-9);
    }

    [Fact]
    public void Add_ShortPause_StaysWhole()
    {
        Feed((20, 0), (50, 0.9f), (30, 0), (50, 0.9f), (200, 0));
        var window = Assert.Single(_windows);
        Assert.Equal(12 + 50 + 30 + 50 + 12, window.FrameCount);
    }

    [Fact]
    public void Add_LongPause_EndsWindow()
    {
        Feed((20, 0), (50, 0.9f), (120, 0), (50, 0.9f), (200, 0));
        Assert.Equal(2, _windows.Count);
    }

    [Fact]
    public void Add_LongSpeechWithPauses_IsCutAtThem()
    {
        for (var i = 0; i < 20; i++)
        {
            Feed((130, 0.9f), (20, 0));
        }

        _windower.Flush();
        Assert.True(_windows.Count > 2);
        Assert.All(_windows, w => Assert.InRange(w.Seconds, 0, 30));
        Assert.Equal(20 * 130 * SoundFrame.Seconds, _windows.Sum(w => w.VoicedSeconds(0, w.Seconds)), 1e-6);

        // Nobody is cut off: every window ends in silence.
        Assert.All(_windows, w => Assert.Equal(0, w.VoicedSeconds(w.Seconds - 0.3, w.Seconds)));
    }

    [Fact]
    public void Add_SpeechWithoutPause_IsCutWhereItIsLeastLikely()
    {
        Feed((600, 0.9f), (6, 0.55f), (1000, 0.9f), (200, 0));
        Assert.All(_windows, w => Assert.InRange(w.FrameCount, 1, SpeechWindower.MaxFrames));
        Assert.Equal(603, _windows[0].FrameCount, 4.0);
        Assert.Equal(1606 * SoundFrame.Seconds, _windows.Sum(w => w.VoicedSeconds(0, w.Seconds)), 1e-6);
    }

    [Fact]
    public void WordInVoice_PauseInside_KeepsThePartAfterIt()
    {
        Feed((20, 0), (10, 0.9f), (20, 0), (10, 0.9f), (200, 0));
        var window = Assert.Single(_windows);
        var (start, end) = window.WordInVoice(0, window.Seconds);
        Assert.Equal((12 + 10 + 20) * SoundFrame.Seconds, start, 1e-9);
        Assert.Equal((12 + 10 + 20 + 10) * SoundFrame.Seconds, end, 1e-9);
    }

    private void Feed(params (int Count, float Voice)[] parts)
    {
        foreach (var (count, voice) in parts)
        {
            for (var i = 0; i < count; i++)
            {
                _windower.Add(new SoundFrame(new short[IVoiceActivity.FrameSamples], _frame++ * SoundFrame.Seconds, voice));
            }
        }
    }
}

using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

public sealed class ModelSessionsTests
{
    [Fact]
    public void Get_ManyThreadsAtOnce_ShareOneSession()
    {
        using var sessions = new ModelSessions(ModelCatalogue.Default);
        var found = new ModelSession[8];

        Parallel.For(0, found.Length, i => found[i] = sessions.Get("silero-vad"));

        Assert.All(found, s => Assert.Same(found[0], s));
    }

    [Fact]
    public void Run_FromManyThreads_GivesTheSameAnswer()
    {
        using var sessions = new ModelSessions(ModelCatalogue.Default);
        var session = sessions.Get("silero-vad");
        var answers = new float[16];

        Parallel.For(0, answers.Length, i => answers[i] = SpeechProbabilityOfSilence(session));

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.InRange(answers[0], 0f, 0.2f);
    }

    [Fact]
    public void List_AfterLoading_SaysWhatIsLoadedAndWhere()
    {
        using var sessions = new ModelSessions(ModelCatalogue.Default);
        Assert.All(sessions.List(), m => Assert.False(m.Loaded));

        sessions.GetDefault(ModelKind.VoiceActivity, InferenceDevice.Auto);

        var vad = sessions.List().Single(m => m.Kind == ModelKind.VoiceActivity);
        Assert.True(vad.Loaded);
        Assert.True(vad.Present);
        Assert.Equal(Devices.Resolve(InferenceDevice.Auto).Device, vad.Device);
        Assert.True(File.Exists(vad.FileName));
    }

    [Fact]
    public void Get_AfterDispose_Throws()
    {
        var sessions = new ModelSessions(ModelCatalogue.Default);
        sessions.Dispose();

        Assert.Throws<ObjectDisposedException>(() => sessions.Get("silero-vad"));
    }

    private static float SpeechProbabilityOfSilence(ModelSession session)
    {
        using var input = ModelTensor.Over(new float[576], 1, 576);
        using var state = ModelTensor.Over(new float[256], 2, 1, 128);
        using var rate = ModelTensor.Over(new long[] { 16000 });
        return session.Run([input, state, rate], outputs => outputs[0].Floats[0], ["input", "state", "sr"]);
    }
}

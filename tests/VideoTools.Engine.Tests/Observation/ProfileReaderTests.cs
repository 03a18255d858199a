using VideoTools.Engine.Observation.Asking;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Tests.Observation;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Driver_HasTheFiveQuestionsInAnOrderThatCanBeAsked()
    {
        var profile = ProfileReader.Read("Driver");

        Assert.Equal(["face_state", "attention", "hands", "impairment", "scene"], profile.Questions.Select(question => question.Name));
        Assert.Equal(["face_state"], profile.Questions[3].DependsOn);
        Assert.Equal(AlertLevel.High, profile.Questions[0].Labels.Single(label => label.Name == "SLEEPY").Raises);
        Assert.Equal((2, 5, 0), (profile.IntervalSeconds, profile.FramesPerSequence, profile.ChangeThreshold));
        Assert.Contains("driver", new VideoTools.Engine.Observation.Observations().Profiles);
    }

    [Fact]
    public void Read_QuestionsInAnyOrder_StandBehindWhatTheyNeed()
    {
        var profile = ProfileReader.Read(QueryRig.Profile("""
            {"questions": [{"name": "c", "prompt": "{{b}}?"}, {"name": "b", "prompt": "?", "dependsOn": ["a"]}, {"name": "a", "prompt": "?"}]}
            """));

        Assert.Equal(["a", "b", "c"], profile.Questions.Select(question => question.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"questions\": []}")]
    [InlineData("{\"questions\": [{\"prompt\": \"?\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a b\", \"prompt\": \"?\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \" \"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"?\"}, {\"name\": \"a\", \"prompt\": \"?\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"{{b}}\"}, {\"name\": \"b\", \"prompt\": \"{{a}}\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"{{none}}\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"?\", \"kind\": \"number\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"?\", \"kind\": \"state\"}]}")]
    [InlineData("{\"questions\": [{\"name\": \"a\", \"prompt\": \"?\", \"kind\": \"level\", \"labels\": {\"BAD\": []}}]}")]
    public void Read_WhatIsNoProfile_IsOneErrorThatNamesTheFile(string text)
    {
        var path = QueryRig.Profile(text);

        var failure = Assert.Throws<VideoToolsException>(() => ProfileReader.Read(path));

        Assert.Equal((VideoErrorId.ProfileInvalid, path), (failure.Error.Id, failure.Error.FullName));
    }

    [Fact]
    public void Read_NoSuchProfile_NamesThoseThereAre() =>
        Assert.Contains("driver", Assert.Throws<VideoToolsException>(() => ProfileReader.Read("pilot")).Error.RecommendedAction, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:11434", QueryApi.Ollama, "http://localhost:11434/")]
    [InlineData("http://localhost:11434/api/chat", QueryApi.Ollama, "http://localhost:11434/")]
    [InlineData("http://localhost:11434/v1", QueryApi.OpenAI, "http://localhost:11434/v1/")]
    [InlineData("http://10.0.0.5:8000", QueryApi.OpenAI, "http://10.0.0.5:8000/v1/")]
    [InlineData("https://api.example.com/v1/chat/completions", QueryApi.OpenAI, "https://api.example.com/v1/")]
    [InlineData("https://x.example.com/v1beta/openai/", QueryApi.OpenAI, "https://x.example.com/v1beta/openai/")]
    [InlineData("http://gateway/ollama/api", QueryApi.Ollama, "http://gateway/ollama/")]
    public void Endpoint_AsPeopleWriteIt_IsUnderstood(string text, QueryApi api, string address)
    {
        var endpoint = ModelEndpoint.Parse(text, QueryApi.Auto);

        Assert.Equal((api, address), (endpoint.Api, endpoint.Address.ToString()));
        Assert.True(endpoint.Owns(new Uri(endpoint.Address, api == QueryApi.Ollama ? "api/chat" : "chat/completions")));
        Assert.False(endpoint.Owns(new Uri("http://elsewhere.example/v1/chat/completions")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost:11434")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@host/v1")]
    [InlineData("http://host/v1?key=secret")]
    public void Endpoint_WhatIsNone_IsRefusedWithoutItsSecrets(string text) =>
        Assert.DoesNotContain("secret", Assert.Throws<ArgumentException>(() => ModelEndpoint.Parse(text, QueryApi.Auto)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("two\nlines")]
    [InlineData(" ")]
    [InlineData("k\u00e9y")]
    public void Key_ThatNoHeaderTakes_IsRefusedWithoutBeingShown(string text) =>
        Assert.DoesNotContain("two", Assert.Throws<ArgumentException>(() => new ApiKey(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_CallerBeforePresetBeforeProfile()
    {
        var options = new QueryOptions { Endpoint = "http://localhost:11434", Model = "m", Profile = "driver" };

        Assert.Equal((2, 5, 0), Sequence(options));
        Assert.Equal((1, 3, 0), Sequence(options with { Preset = QueryPreset.RealTime }));
        Assert.Equal((4, 3, 0.5), Sequence(options with { Preset = QueryPreset.RealTime, IntervalSeconds = 4, ChangeThreshold = 0.5 }));
        Assert.True(QuerySettings.Of(options with { Preset = QueryPreset.RealTime }).IsCombined);
        Assert.False(QuerySettings.Of(options with { Preset = QueryPreset.RealTime, Combined = false }).IsCombined);
        Assert.Equal((2, 5, 0.1), Sequence(options with { Profile = null, Prompt = "?" }));
    }

    private static (double, int, double) Sequence(QueryOptions options)
    {
        var sequence = QuerySettings.Of(options).Sequence;
        return (sequence.IntervalSeconds, sequence.FramesPerSequence, sequence.ChangeThreshold);
    }
}

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Whole sessions of the real engine.</summary>
internal static class Sessions
{
    public static List<VideoEvent> Run(VideoRequest request, params VideoInput[] inputs)
    {
        using var engine = VideoEngine.Create();
        using var session = engine.Open(request);
        foreach (var input in inputs)
        {
            session.Add(input);
        }

        session.CompleteAdding();
        var events = new List<VideoEvent>();
        while (!session.IsFinished)
        {
            if (session.Take(TimeSpan.FromSeconds(60)) is { } next)
            {
                events.Add(next);
            }
        }

        return events;
    }

    public static List<VideoEvent> Run(VideoRequest request, params string[] files) =>
        Run(request, [.. files.Select(f => new VideoInput(f))]);

    public static List<T> Records<T>(VideoRequest request, params string[] files)
    {
        var events = Run(request, files);
        Assert.Empty(events.OfType<FailureEvent>().Select(f => f.Error.Message));
        return [.. events.OfType<RecordEvent>().Select(r => (T)r.Record)];
    }
}

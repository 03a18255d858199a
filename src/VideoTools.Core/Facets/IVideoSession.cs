namespace VideoTools;

/// <summary>Work under way. Inputs go in, events come out; disposing ends all work and every child process.</summary>
public interface IVideoSession : IDisposable
{
    /// <summary>How far the work is.</summary>
    VideoProgress Progress { get; }

    /// <summary>Adds an input; work on it starts as soon as there is room. Never blocks.</summary>
    void Add(VideoInput input);

    /// <summary>Says that no more inputs follow.</summary>
    void CompleteAdding();

    /// <summary>Takes the next event, waiting at most <paramref name="timeout"/> for it.</summary>
    /// <returns>Null when nothing came in time, or when everything is finished (see <see cref="IsFinished"/>).</returns>
    VideoEvent? Take(TimeSpan timeout);

    /// <summary>True when adding is complete and every event was taken.</summary>
    bool IsFinished { get; }

    /// <summary>Ends all work at once; safe from any thread.</summary>
    void Cancel();
}

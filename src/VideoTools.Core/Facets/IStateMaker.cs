namespace VideoTools;

/// <summary>Turns answers into states, sequence by sequence. One instance serves one run; it is not thread-safe.</summary>
public interface IStateMaker
{
    /// <summary>Takes an answer; gives the state of the sequence before it, where that is complete now.</summary>
    /// <exception cref="ArgumentException">It is of a sequence of this file that is past.</exception>
    VideoState? Add(VideoAnswer answer);

    /// <summary>The states of what is not complete yet because nothing follows.</summary>
    IReadOnlyList<VideoState> Finish();
}

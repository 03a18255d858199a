namespace VideoTools;

/// <summary>Turns states into alerts. One instance serves one run; it is not thread-safe.</summary>
public interface IAlertMaker
{
    /// <summary>Takes a state; gives the alerts that are over now.</summary>
    /// <exception cref="ArgumentException">It lies before one of the same file.</exception>
    IReadOnlyList<VideoAlert> Add(VideoState state);

    /// <summary>The alerts that are still on because nothing follows.</summary>
    IReadOnlyList<VideoAlert> Finish();
}

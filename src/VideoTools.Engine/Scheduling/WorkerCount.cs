namespace VideoTools.Engine.Scheduling;

/// <summary>How many files to work on at once, and how many threads each decoder gets.</summary>
internal static class WorkerCount
{
    /// <summary>
    /// Workers for <paramref name="items"/> items on <paramref name="cores"/> cores: 1 for none or one, at most 2 for two or three,
    /// otherwise one a core; never more than <paramref name="maximum"/> (0: no such limit), never less than 1.
    /// </summary>
    public static int Optimal(int items, int cores, int maximum = 0)
    {
        var count = items switch
        {
            <= 1 => 1,
            2 or 3 => Math.Min(2, cores),
            _ => Math.Min(cores, items),
        };
        return Math.Max(1, maximum > 0 ? Math.Min(count, maximum) : count);
    }

    /// <summary>
    /// Threads for each of <paramref name="workers"/> decoders: 0 (ffmpeg's own choice) for a single one, otherwise an equal share
    /// of the cores. Many files at one thread each cost less in all than one after another at full width, because frame
    /// threading has an overhead (4.48 against 5.14 CPU seconds on the reference clip).
    /// </summary>
    public static int DecoderThreads(int workers, int cores) => workers <= 1 ? 0 : Math.Max(1, cores / workers);
}

namespace VideoTools.Engine.Jobs;

/// <summary>The parts of a job in the order of the input, and the files of each.</summary>
internal static class JobTable
{
    /// <summary>Rounds of a job: one, and one more each time files were added.</summary>
    public static int Rounds(JobFolder folder)
    {
        var round = 0;
        while (File.Exists(folder.Table(round + 1)))
        {
            round++;
        }

        return round;
    }

    /// <summary>All parts.</summary>
    /// <exception cref="VideoToolsException">JobInvalid.</exception>
    public static IReadOnlyList<PartLine> Read(JobFolder folder) =>
    [
        .. Enumerable.Range(1, Rounds(folder)).SelectMany(round =>
            JobJson.Lines<PartLine>(folder, folder.Table(round)).Select(line => line with { Round = round })),
    ];

    /// <summary>The files of a part.</summary>
    /// <exception cref="VideoToolsException">JobInvalid.</exception>
    public static IReadOnlyList<ManifestLine> Files(JobFolder folder, PartLine part)
    {
        List<ManifestLine> files = [.. JobJson.Lines<ManifestLine>(folder, folder.Manifest(part.Round), part.Offset).Take(part.Count)];
        return files.Count == part.Count ? files : throw JobJson.Invalid(
            folder, folder.Manifest(part.Round), new EndOfStreamException("lines are missing at its end."));
    }
}

// Method: a window that stands still is shown on the middle of its scene, one that moves at a sixth, the middle and five sixths of it.
// Where that is too many, frames are left out evenly: the page shows the nearest one.
namespace VideoTools.Engine.Reporting;

/// <summary>Chooses the frames that windows over time are shown on.</summary>
internal static class ShotStills
{
    // About 60 kB each: a page with all of them stays below 1.5 MB.
    private const int Most = 12;

    /// <summary>The frames to read, in order of time.</summary>
    public static IReadOnlyList<VideoInput> Choose(IEnumerable<CropShot> shots)
    {
        VideoInput[] all =
        [
            .. shots.OrderBy(shot => shot.StartSeconds).SelectMany(shot => Shares(shot).Select(share => new VideoInput(
                shot.FullName, TimeSpan.FromSeconds(shot.StartSeconds + ((shot.EndSeconds - shot.StartSeconds) * share))))),
        ];
        return all.Length <= Most ? all : [.. Enumerable.Range(0, Most).Select(i => all[i * all.Length / Most])];
    }

    private static double[] Shares(CropShot shot) => shot.Path.Count > 1 ? [1.0 / 6, 0.5, 5.0 / 6] : [0.5];
}

// Method: the files are cut into runs that follow one another, so that the answer is the parts' answers one behind the other: the order of
// the input costs neither memory nor open files. Of all such cuts into at most k parts this is the one whose largest part is smallest: the
// least capacity is searched by halving, and whether it is enough is seen by filling parts one after another (probing; Pinar and Aykanat,
// "Fast optimal load balancing algorithms for 1D partitioning", J. Parallel Distrib. Comput. 64, 2004). Parts are numbered by their work,
// the largest first, and clusters start tasks in that order: list scheduling by longest processing time, whose end is at most 4/3 of the
// best (Graham 1969). Units: seconds of 1080p video. Cost: 50 passes over the files, 8 bytes a file.
namespace VideoTools.Engine.Jobs;

/// <summary>Cuts files into parts of about equal work.</summary>
internal static class PartCutter
{
    private const int Halvings = 50;

    /// <summary>Cuts.</summary>
    /// <param name="work">Work of each file, above 0, in the order of the input.</param>
    /// <param name="target">Work that a part should have.</param>
    /// <param name="count">Number of parts; 0 lets the target decide.</param>
    /// <param name="most">Most parts.</param>
    /// <returns>First file, number of files and work of each part, the one with the most work first.</returns>
    public static IReadOnlyList<(int First, int Count, double Work)> Cut(IReadOnlyList<double> work, double target, int count, int most)
    {
        if (work.Count == 0)
        {
            return [];
        }

        var total = work.Sum();
        var wanted = count > 0 ? count : Math.Ceiling(total / target);
        var parts = (int)Math.Clamp(wanted, 1, Math.Min(most, work.Count));
        return
        [
            .. Fill(work, Capacity(work, parts, total)).OrderByDescending(part => part.Work).ThenBy(part => part.First),
        ];
    }

    private static double Capacity(IReadOnlyList<double> work, int parts, double total)
    {
        var (low, high) = (Math.Max(work.Max(), total / parts), total);
        if (Needed(work, low) <= parts)
        {
            return low;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Needed(work, middle) <= parts)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    private static int Needed(IReadOnlyList<double> work, double capacity) => Fill(work, capacity).Count();

    // A part takes files as long as they fit; sums of the same files in the same order round alike wherever they are made.
    private static IEnumerable<(int First, int Count, double Work)> Fill(IReadOnlyList<double> work, double capacity)
    {
        var (first, sum) = (0, 0.0);
        for (var i = 0; i < work.Count; i++)
        {
            if (i > first && sum + work[i] > capacity * (1 + 1e-9))
            {
                yield return (first, i - first, sum);
                (first, sum) = (i, 0);
            }

            sum += work[i];
        }

        yield return (first, work.Count - first, sum);
    }
}

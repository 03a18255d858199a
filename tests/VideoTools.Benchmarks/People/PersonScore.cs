using System.Globalization;
using VideoTools.Engine.Numerics;
using VideoTools.Engine.People;

namespace VideoTools.Benchmarks.People;

/// <summary>Groups of faces against the truth: every pair of faces counts.</summary>
/// <param name="People">Groups.</param>
/// <param name="Precision">Share of the pairs in groups that are right, of those whose truth is known.</param>
/// <param name="Strict">The same, with every portrait as a person of its own.</param>
/// <param name="Recall">Share of the pairs of one portrait that are in a group.</param>
/// <param name="Groups">What is in each group.</param>
internal sealed record PersonScore(int People, double Precision, double Strict, double Recall, IReadOnlyList<string> Groups)
{
    /// <summary>Groups as the product does.</summary>
    public static PersonScore Of(IReadOnlyList<VideoFace> faces, double threshold)
    {
        var groups = new VideoPeople().Group(faces, new PeopleOptions { Threshold = threshold, Best = 0 });
        return Of(faces, [.. groups.Faces.Select(face => face.PersonId)]);
    }

    /// <summary>Joins whatever is near enough to any member: what a chain of likenesses makes of it.</summary>
    public static PersonScore OfSingleLinkage(IReadOnlyList<VideoFace> faces, double threshold)
    {
        var units = faces.Select(face => FaceTracks.Unit(face.Embedding)).ToArray();
        var group = Enumerable.Range(0, units.Length).ToArray();
        for (var i = 0; i < units.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (group[i] != group[j] && AverageLinkage.Dot(units[i], units[j]) >= threshold)
                {
                    var (from, to) = (group[i], group[j]);
                    group = Array.ConvertAll(group, g => g == from ? to : g);
                }
            }
        }

        return Of(faces, group);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{People} | {Precision:0.000} | {Strict:0.000} | {Recall:0.000}");

    private static PersonScore Of(IReadOnlyList<VideoFace> faces, IReadOnlyList<int> groups)
    {
        static long Pairs(IEnumerable<int> counts) => counts.Sum(count => (long)count * (count - 1) / 2);
        var rows = faces.Select((face, i) => (Person: PortraitFaces.PersonOf(face), Group: groups[i])).ToList();
        var both = Pairs(rows.GroupBy(row => row).Select(group => group.Count()));
        var found = Pairs(rows.GroupBy(row => row.Group).Select(group => group.Count()));
        var truth = Pairs(rows.GroupBy(row => row.Person).Select(group => group.Count()));

        // People of one photograph are different; of two photographs nobody says.
        var unlike = Pairs(rows.GroupBy(row => (row.Group, PortraitFaces.PhotographOf(row.Person))).Select(group => group.Count())) - both;
        return new PersonScore(
            groups.Distinct().Count(),
            both + unlike == 0 ? 1 : (double)both / (both + unlike),
            found == 0 ? 1 : (double)both / found,
            truth == 0 ? 1 : (double)both / truth,
            [.. rows.GroupBy(row => row.Group).Select(group => $"group {group.Key}: " + string.Join(
                ", ", group.GroupBy(row => row.Person).Select(person => $"{person.Key} x {person.Count()}")))]);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.People;
using VideoTools.Engine.People;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// people [--write] [--explain]: portraits, each in many sizes, turns and lights, grouped by people: pairwise precision and recall at several
/// thresholds beside single linkage, and the time that many faces take. --write puts the tables into docs/accuracy-people.md. Ends with 1
/// when a target is missed.
/// </summary>
internal sealed class PeopleCommand : ICommand
{
    private const double Target = 0.95;
    private const int Many = 20_000;

    private static readonly double[] Thresholds = [0.3, 0.36, 0.41, 0.45, 0.5];

    public string Summary => "group portraits under augmentation, and 20,000 drawn faces (--write, --explain)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (FacePictures.Folder is null || RealClips.BigBuckBunny is null)
        {
            Console.Error.WriteLine("NOT RUN: the photographs or films are missing (the build's test task fetches them).");
            return 2;
        }

        var faces = PortraitFaces.Find();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{faces.Count} faces of {faces.Select(PortraitFaces.PersonOf).Distinct().Count()} portraits, ")
            .Append(CultureInfo.InvariantCulture, $"of {PortraitFaces.Variants} variants each. ");
        PortraitFaces.AppendCosines(text, faces);
        text.Append("\n\n| threshold | method | people | precision | strict | recall |\n|---|---|---|---|---|---|\n");
        var tracks = faces.Select(face => face with { FullName = "/" + PortraitFaces.PersonOf(face), TrackId = 1 + (int)(face.Frame % 3) }).ToList();
        var met = false;
        foreach (var threshold in Thresholds)
        {
            var alone = PersonScore.Of(faces, threshold);
            var followed = PersonScore.Of(tracks, threshold);
            var single = PersonScore.OfSingleLinkage(faces, threshold);
            text.Append(CultureInfo.InvariantCulture, $"| {threshold:0.00} | average linkage | {alone} |\n")
                .Append(CultureInfo.InvariantCulture, $"| | the same, tracks of 4 | {followed} |\n")
                .Append(CultureInfo.InvariantCulture, $"| | single linkage | {single} |\n");
            met |= threshold == new PeopleOptions().Threshold && alone.Precision >= Target && alone.Recall >= Target;
            if (arguments.Contains("--explain") && threshold == new PeopleOptions().Threshold)
            {
                Console.WriteLine(string.Join('\n', alone.Groups));
            }
        }

        Cost(text);
        Console.WriteLine(text);
        if (arguments.Contains("--write"))
        {
            MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-people.md"), "people", text.ToString());
        }

        return met ? 0 : 1;
    }

    private static void Cost(StringBuilder text)
    {
        var faces = PortraitFaces.Draw(Many);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var groups = new VideoPeople().Group(faces, new PeopleOptions());
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var score = PersonScore.Of(faces, new PeopleOptions().Threshold);
        text.Append(CultureInfo.InvariantCulture, $"\n{Many:N0} drawn faces of {faces.DistinctBy(PortraitFaces.PersonOf).Count()} people, ")
            .Append(CultureInfo.InvariantCulture, $"each a track of its own: {groups.Persons.Count} people in {processor:0.0} s of processor time, ")
            .Append(CultureInfo.InvariantCulture, $"precision {score.Precision:0.000}, recall {score.Recall:0.000}.\n");
    }
}

// The layout, which docs/scale-out.md shows. What has a name of its own came there by a rename in the same folder, and nothing is ever
// changed after that: any number of nodes may read while one writes, and no lock is needed that a network file system lacks.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs;

/// <summary>Names of the files of a job.</summary>
/// <param name="Path">Absolute path of its folder.</param>
internal sealed record JobFolder(string Path)
{
    private const string RecordsExtension = ".ndjson";
    private const string ErrorsExtension = ".errors.ndjson";
    private const string DoneExtension = ".done.json";
    private const string SetAsideExtension = ".failed.json";

    /// <summary>What is done with each file, and how the job is cut.</summary>
    public string Settings => At("job.json");

    /// <summary>There while nothing of the job is to run.</summary>
    public string Stopped => At("stopped");

    /// <summary>Results of parts.</summary>
    public string Parts => At("parts");

    /// <summary>Parts that are not done.</summary>
    public string Work => At("work");

    /// <summary>What was submitted.</summary>
    public string Submissions => At("submissions");

    /// <summary>What tasks say.</summary>
    public string Logs => At("logs");

    /// <summary>The files of a round, one a line: the first are those of the job, later ones were added to it.</summary>
    public string Manifest(int round) => At(FormattableString.Invariant($"manifest-{round:D3}.ndjson"));

    /// <summary>The parts that a round is cut into, one a line.</summary>
    public string Table(int round) => At(FormattableString.Invariant($"parts-{round:D3}.ndjson"));

    /// <summary>The records of a part.</summary>
    public string Records(int part) => Of(Parts, part, RecordsExtension);

    /// <summary>The errors of a part; not there without any.</summary>
    public string Errors(int part) => Of(Parts, part, ErrorsExtension);

    /// <summary>Says that a part is done, and what it took.</summary>
    public string Done(int part) => Of(Parts, part, DoneExtension);

    /// <summary>Says that a part was set aside.</summary>
    public string SetAside(int part) => Of(Parts, part, SetAsideExtension);

    /// <summary>A file of a try of a part.</summary>
    public string Try(int part, int number, string extension) =>
        System.IO.Path.Combine(Work, FormattableString.Invariant($"{part:D5}-{number}{extension}"));

    /// <summary>A file of a submission.</summary>
    public string Submission(int number, string extension) =>
        System.IO.Path.Combine(Submissions, FormattableString.Invariant($"{number:D3}{extension}"));

    /// <summary>Makes the folders.</summary>
    public void Make()
    {
        foreach (var folder in new[] { Path, Parts, Work, Submissions, Logs })
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Removes what <see cref="Make"/> made, as far as there is nothing in it.</summary>
    public void RemoveEmpty()
    {
        foreach (var folder in new[] { Parts, Work, Submissions, Logs, Path })
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    /// <summary>Parts that are done, and parts that were set aside: one listing of a folder, nothing is opened.</summary>
    public (HashSet<int> Done, HashSet<int> SetAside) Scan()
    {
        HashSet<int> done = [];
        HashSet<int> aside = [];
        foreach (var name in Names(Parts))
        {
            var set = name.EndsWith(DoneExtension, StringComparison.Ordinal) ? done
                : name.EndsWith(SetAsideExtension, StringComparison.Ordinal) ? aside : null;
            if (set is not null && Number(name, name.IndexOf('.', StringComparison.Ordinal)) is { } part)
            {
                set.Add(part);
            }
        }

        aside.ExceptWith(done);
        return (done, aside);
    }

    /// <summary>The tries of all parts that are not done, by part, in order.</summary>
    public ILookup<int, int> Tries() => Names(Work)
        .Where(name => name.EndsWith(PartTry.IndexExtension, StringComparison.Ordinal))
        .Select(name => name[..^PartTry.IndexExtension.Length].Split('-'))
        .Where(parts => parts.Length == 2)
        .Select(parts => (Part: Number(parts[0], parts[0].Length), Try: Number(parts[1], parts[1].Length)))
        .Where(pair => pair is { Part: not null, Try: not null })
        .OrderBy(pair => pair.Part).ThenBy(pair => pair.Try)
        .ToLookup(pair => pair.Part!.Value, pair => pair.Try!.Value);

    /// <summary>The tries of one part, in order.</summary>
    public IReadOnlyList<int> Tries(int part)
    {
        // Numbers follow one another, and are few: no listing of a folder that a thousand nodes write to.
        List<int> found = [];
        for (var number = 1; File.Exists(Try(part, number, PartTry.IndexExtension)); number++)
        {
            found.Add(number);
        }

        return found;
    }

    /// <summary>Numbers of the submissions, in order.</summary>
    public IReadOnlyList<int> SubmissionNumbers() =>
    [
        .. Names(Submissions).Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => Number(name, name.IndexOf('.', StringComparison.Ordinal))).OfType<int>().Order(),
    ];

    /// <summary>The number that the next submission has.</summary>
    public int NextSubmission() => SubmissionNumbers() is [.., var last] ? last + 1 : 1;

    /// <summary>Writes a small file, whole; one that is there is replaced.</summary>
    /// <exception cref="VideoToolsException">OutputUnwritable.</exception>
    public void Write(string path, ReadOnlySpan<byte> content) => WholeFiles.Write(Subject, force: true, (path, content.ToArray()));

    /// <summary>What errors about its files call it.</summary>
    public OutputSubject Subject => new($"The job in '{Path}'", Path);

    private string At(string name) => System.IO.Path.Combine(Path, name);

    private static string Of(string folder, int part, string extension) =>
        System.IO.Path.Combine(folder, FormattableString.Invariant($"{part:D5}{extension}"));

    private static int? Number(string name, int length) =>
        int.TryParse(name.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => System.IO.Path.GetFileName(path)) : [];
}

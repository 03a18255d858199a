namespace VideoTools.Fuzz;

/// <summary>A reader of ours over files, in this process, one after another.</summary>
/// <param name="name">Name in the table.</param>
/// <param name="seed">Name of the seed that it reads.</param>
/// <param name="limit">How long one file may take.</param>
/// <param name="read">Reads a file: null when it answers, otherwise why it refuses.</param>
internal sealed class ReaderTarget(string name, string seed, TimeSpan limit, Func<string, string?> read) : ITarget
{
    public string Name => name;

    public bool Takes(string other) => other == seed;

    public void Try(IReadOnlyList<Mutant> mutants, Action<Mutant, Verdict, string> tell)
    {
        foreach (var mutant in mutants)
        {
            (Verdict Verdict, string Detail) outcome = (Verdict.Hang, "no end in time");
            var thread = new Thread(() => outcome = Run(mutant.Path)) { IsBackground = true };
            thread.Start();
            thread.Join(limit);
            tell(mutant, outcome.Verdict, outcome.Detail);
        }
    }

    private (Verdict Verdict, string Detail) Run(string path)
    {
        try
        {
            return read(path) is { } why ? (Verdict.Refused, why) : (Verdict.Answered, "");
        }
#pragma warning disable CA1031 // Whatever escapes a reader is what is looked for.
        catch (Exception escaped)
#pragma warning restore CA1031
        {
            return (Verdict.Crash, escaped.ToString());
        }
    }
}

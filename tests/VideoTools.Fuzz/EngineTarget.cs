namespace VideoTools.Fuzz;

/// <summary>A request over files, in this process, as a shell would make it.</summary>
/// <param name="name">Name in the table.</param>
/// <param name="engine">The engine.</param>
/// <param name="request">What is asked.</param>
/// <param name="limit">How long the session may be silent.</param>
internal sealed class EngineTarget(string name, IVideoEngine engine, VideoRequest request, TimeSpan limit) : ITarget
{
    public string Name => name;

    public bool Takes(string seed) => !seed.StartsWith(Seeds.TextPrefix, StringComparison.Ordinal);

    public void Try(IReadOnlyList<Mutant> mutants, Action<Mutant, Verdict, string> tell)
    {
        var open = mutants.ToDictionary(mutant => mutant.Path, StringComparer.Ordinal);
        HashSet<string> answered = [];
        using var session = engine.Open(request);
        foreach (var mutant in mutants)
        {
            session.Add(new VideoInput(mutant.Path));
        }

        session.CompleteAdding();
        var last = DateTime.UtcNow;
        while (!session.IsFinished && DateTime.UtcNow - last < limit)
        {
            if (session.Take(TimeSpan.FromMilliseconds(100)) is not { } next)
            {
                continue;
            }

            last = DateTime.UtcNow;
            if (next is RecordEvent)
            {
                answered.Add(next.FullName);
            }
            else if (next is FailureEvent { Error: var error } && open.Remove(next.FullName, out var mutant))
            {
                tell(mutant, error.Id == VideoErrorId.InternalError ? Verdict.Crash : Verdict.Refused, error.Id + (
                    error.Id == VideoErrorId.InternalError ? ": " + error.Exception : ""));
            }
        }

        var isHang = !session.IsFinished;
        foreach (var mutant in open.Values)
        {
            tell(mutant, answered.Contains(mutant.Path) || !isHang ? Verdict.Answered : Verdict.Hang, isHang ? "no event in time" : "");
        }
    }
}

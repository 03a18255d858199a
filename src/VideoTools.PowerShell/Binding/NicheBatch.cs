namespace VideoTools.PowerShell;

/// <summary>
/// Gathers evidence so that many texts are classified at once, which costs less, without making anybody wait: where the evidence comes
/// slowly (a template takes seconds), each is classified as it comes. The order is kept.
/// </summary>
/// <param name="classify">Classifies a batch.</param>
/// <param name="clock">Tells how slowly the evidence comes.</param>
internal sealed class NicheBatch(Func<IReadOnlyList<NicheEvidence>, IReadOnlyList<VideoNiche>> classify, TimeProvider clock)
{
    /// <summary>Most texts at once.</summary>
    internal const int Size = 32;

    /// <summary>Evidence that takes longer than this to come is not worth waiting for.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly List<NicheEvidence> _waiting = [];
    private long _last = clock.GetTimestamp();

    /// <summary>Takes one more; the niches that are known now, often none.</summary>
    public IReadOnlyList<VideoNiche> Add(NicheEvidence evidence)
    {
        _waiting.Add(evidence);
        var niches = _waiting.Count >= Size || clock.GetElapsedTime(_last) > Patience ? Flush() : [];
        _last = clock.GetTimestamp();
        return niches;
    }

    /// <summary>The niches of whatever waits.</summary>
    public IReadOnlyList<VideoNiche> Flush()
    {
        if (_waiting.Count == 0)
        {
            return [];
        }

        NicheEvidence[] batch = [.. _waiting];
        _waiting.Clear();
        return classify(batch);
    }
}

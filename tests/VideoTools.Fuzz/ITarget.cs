namespace VideoTools.Fuzz;

/// <summary>Something that takes files of strangers.</summary>
internal interface ITarget
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>Names of the seeds that it takes; the others are not for it.</summary>
    bool Takes(string seed);

    /// <summary>Tries files and says of each what became of it, once.</summary>
    void Try(IReadOnlyList<Mutant> mutants, Action<Mutant, Verdict, string> tell);
}

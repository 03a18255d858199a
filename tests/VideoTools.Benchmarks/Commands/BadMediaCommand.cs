using VideoTools.TestMedia.Bad;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Makes the table of bad inputs and prints their paths, for trying a command on them by hand.</summary>
internal sealed class BadMediaCommand : ICommand
{
    public string Summary => "make the table of bad inputs and list the files";

    public int Run(IReadOnlyList<string> arguments)
    {
        foreach (var kind in Enum.GetValues<BadMediaKind>())
        {
            Console.WriteLine($"{kind,-22} {BadMedia.Create(kind)}");
        }

        return 0;
    }
}

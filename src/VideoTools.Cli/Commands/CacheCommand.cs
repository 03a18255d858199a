using System.CommandLine;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>videotools cache: lists the kept results, or deletes them.</summary>
internal sealed class CacheCommand : EngineCommand
{
    private readonly Option<bool> _clear = new("--clear") { Description = "Delete the entries; what is deleted is listed." };

    private readonly Option<TimeSpan?> _unused = OptionFactory.Time("--unused-for", "Only entries that were not used for so long.");

    public CacheCommand(CliHost host)
        : base(host, "cache", "List the results that are kept, or delete them.")
    {
        Command.Options.Add(_clear);
        Command.Options.Add(_unused);
        Command.Options.Add(Format);
    }

    /// <inheritdoc/>
    protected override int Execute(ParseResult parsed, IRecordWriter writer, MessageWriter messages)
    {
        using var engine = Host.CreateEngine();
        var limit = parsed.GetValue(_unused) is { } age ? DateTime.Now - age : DateTime.MaxValue;
        foreach (var entry in engine.GetCacheEntries().Where(e => e.LastUsed < limit))
        {
            if (!parsed.GetValue(_clear) || engine.RemoveCacheEntry(entry.Key))
            {
                writer.Write(entry);
            }
        }

        return 0;
    }
}

namespace VideoTools.Cli.Commands;

/// <summary>videotools cache: lists the kept results, or deletes them.</summary>
internal sealed class CacheCommand : EngineCommand
{
    private readonly Option<bool> _clear = new("--clear") { Description = "Delete the entries; what is deleted is listed." };

    private readonly Option<TimeSpan?> _unused = OptionFactory.Time("--unused-for", "Only entries that were not used for so long.");

    public CacheCommand(CliHost host)
        : base(host, "cache", "List the results that are kept, or delete them.") => AddOptions(_clear, _unused, Format);

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var limit = parsed.GetValue(_unused) is { } age ? DateTime.Now - age : DateTime.MaxValue;
        foreach (var entry in run.Engine.Cache.List().Where(e => e.LastUsed < limit))
        {
            if (!parsed.GetValue(_clear) || run.Engine.Cache.Remove(entry.Key))
            {
                run.Write(entry);
            }
        }
    }
}

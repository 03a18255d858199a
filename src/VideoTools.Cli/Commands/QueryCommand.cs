namespace VideoTools.Cli.Commands;

/// <summary>videotools query: asks a vision language model about the sequences of video files.</summary>
internal sealed class QueryCommand : VideoCommand
{
    private readonly QueryOptionSet _query = new();
    private readonly RangeOptionSet _range = new();
    private readonly LiveOptionSet _live = new();

    private readonly Option<QueryResult?> _give = OptionFactory.Choice<QueryResult>(
        "--give", "What to give: answers (default), states made of them, or alerts.");

    public QueryCommand(CliHost host)
        : base(
            host,
            "query",
            "Ask a vision language model about video files or a camera, sequence by sequence. A key is taken from VIDEOTOOLS_API_KEY.",
            takesSources: true)
    {
        AddOptions([.. _query.All, _give, .. _live.All, .. _range.All]);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var wanted = parsed.GetValue(_give) ?? QueryResult.Answers;
        var isLive = _live.IsNamed(parsed);
        _live.Check(parsed, run, files);
        var request = new QueryRequest(_query.Read(parsed, path => FullPath(path), isLive))
        {
            Engine = isLive ? options with { Unordered = true } : options,
        };
        var inputs = isLive ? _live.Read(parsed, run, path => FullPath(path)) : files.Select(file => _range.Read(parsed, file));
        var states = wanted == QueryResult.Answers ? null : run.Engine.Observations.CreateStates();
        var alerts = wanted == QueryResult.Alerts ? run.Engine.Observations.CreateAlerts(new AlertOptions()) : null;
        run.Run(request, inputs, record => Take(record.Record));
        if (!run.IsReaderGone)
        {
            foreach (var state in states?.Finish() ?? [])
            {
                Give(state);
            }

            foreach (var alert in alerts?.Finish() ?? [])
            {
                run.Write(alert);
            }
        }

        void Take(object record)
        {
            if (states is null || record is not VideoAnswer answer)
            {
                run.Write(record);
            }
            else if (states.Add(answer) is { } state)
            {
                Give(state);
            }
        }

        void Give(VideoState state)
        {
            if (alerts is null)
            {
                run.Write(state);
                return;
            }

            foreach (var alert in alerts.Add(state))
            {
                run.Write(alert);
            }
        }
    }
}

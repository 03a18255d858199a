namespace VideoTools.Cli.Commands;

/// <summary>The options that say what a model is asked, and where.</summary>
internal sealed class QueryOptionSet
{
    private static readonly QueryOptions Defaults = new() { Endpoint = "", Model = "" };

    private readonly Option<string?> _endpoint = OptionFactory.Text(
        "--endpoint", "URL", "Address of the server, for example http://localhost:11434; nothing else is contacted.");

    private readonly Option<string?> _model = OptionFactory.Text("--model", "NAME", "Name of the model.");
    private readonly Option<QueryApi?> _api = OptionFactory.Choice<QueryApi>(
        "--api", "What the server speaks; told by the address by default.");

    private readonly Option<string?> _prompt = OptionFactory.Text("--prompt", "TEXT", "One question, in place of a profile.");

    private readonly Option<string?> _profile = OptionFactory.Text(
        "--profile", "FILE|NAME", "Questions of a file, or those that come with VideoTools: driver.");

    private readonly Option<QueryPreset?> _preset = OptionFactory.Choice<QueryPreset>(
        "--preset", "What counts; mixed by default, realtime for --source.");

    private readonly Option<TimeSpan?> _interval = OptionFactory.Time("--interval", "Length of a sequence; 2 seconds by default.");
    private readonly Option<int?> _frames = new("--frames-per-sequence")
    {
        Description = "Frames of a sequence; 5 by default.",
        HelpName = "number",
    };

    private readonly Option<double?> _change = OptionFactory.Number(
        "--change-threshold", "Change (0 to 1) below which a frame is left out; 0.1 by default, 0 keeps all.");

    private readonly Option<int> _quality = OptionFactory.Whole("--jpeg-quality", Defaults.JpegQuality, 1, "Quality of the pictures.");
    private readonly Option<int> _queryThrottle = OptionFactory.Whole(
        "--query-throttle", Defaults.QueryThrottle, 1, "Questions asked at once.");

    private readonly Option<bool> _combined = OptionFactory.Flag("--combined", "Ask all questions of a sequence in one call.");
    private readonly Option<double?> _temperature = OptionFactory.Number("--temperature", "Randomness of the answers; 0 by default.");
    private readonly Option<int?> _context = new("--context")
    {
        Description = "Tokens that the model may look at (Ollama).",
        HelpName = "number",
    };

    private readonly Option<int> _tokens = OptionFactory.Whole(
        "--maximum-tokens", Defaults.MaximumTokens, 1, "Tokens that an answer may have.");

    private readonly Option<TimeSpan?> _timeout = OptionFactory.Time("--timeout", "Time that one call may take; 60 seconds by default.");
    private readonly Option<int> _retries = OptionFactory.Whole(
        "--retry-count", Defaults.RetryCount, 0, "How often a call that failed is repeated.");

    private readonly Option<bool> _metric = OptionFactory.Flag(
        "--metrics", "Give what was measured, too, behind the answers of each file.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All =>
    [
        _endpoint, _model, _api, _prompt, _profile, _preset, _interval, _frames, _change, _quality, _queryThrottle, _combined,
        _temperature, _context, _tokens, _timeout, _retries, _metric,
    ];

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fullPath">Makes a path absolute.</param>
    /// <param name="isLive">True for what is live: of that the newest counts.</param>
    /// <exception cref="ArgumentException">The server or the model is missing.</exception>
    public QueryOptions Read(ParseResult parsed, Func<string, string> fullPath, bool isLive = false)
    {
        var profile = parsed.GetValue(_profile);
        return new QueryOptions
        {
            Endpoint = parsed.GetValue(_endpoint) ?? throw new ArgumentException("--endpoint is missing: the address of the server."),
            Model = parsed.GetValue(_model) ?? throw new ArgumentException("--model is missing: the name of the model."),
            Api = parsed.GetValue(_api) ?? default,
            Prompt = parsed.GetValue(_prompt),

            // A name of the module's own is left as it is.
            Profile = profile is null ? null : File.Exists(fullPath(profile)) ? fullPath(profile) : profile,
            Preset = parsed.GetValue(_preset) ?? (isLive ? QueryPreset.RealTime : default),
            IntervalSeconds = parsed.GetValue(_interval)?.TotalSeconds,
            FramesPerSequence = parsed.GetValue(_frames),
            ChangeThreshold = parsed.GetValue(_change),
            JpegQuality = parsed.GetValue(_quality),
            QueryThrottle = parsed.GetValue(_queryThrottle),
            Combined = parsed.GetValue(_combined) ? true : null,
            Temperature = parsed.GetValue(_temperature) ?? Defaults.Temperature,
            Context = parsed.GetValue(_context),
            MaximumTokens = parsed.GetValue(_tokens),
            Timeout = parsed.GetValue(_timeout) ?? Defaults.Timeout,
            RetryCount = parsed.GetValue(_retries),
            IncludeMetric = parsed.GetValue(_metric),
        };
    }
}

namespace VideoTools.Engine.Observation.Asking;

/// <summary>A server of models: the one address that is contacted, and what it speaks.</summary>
/// <param name="Address">The base of its paths: of Ollama the root, of OpenAI's kind what ends with /v1.</param>
/// <param name="Api">Ollama or OpenAI.</param>
internal sealed record ModelEndpoint(Uri Address, QueryApi Api)
{
    private const int OllamaPort = 11434;

    /// <summary>Reads an address as people write it, with the path of a call or without.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static ModelEndpoint Parse(string text, QueryApi api)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new ArgumentException($"Endpoint '{Shown(text)}' is no address: write for example http://localhost:11434.");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException(
                "Endpoint must have no user, password, query or fragment: "
                + "a key is given by -Credential, -SecretName or VIDEOTOOLS_API_KEY.");
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        if (api == QueryApi.Auto)
        {
            var isOllama = path.EndsWith("/api", StringComparison.Ordinal) || path.EndsWith("/api/chat", StringComparison.Ordinal)
                || (uri.Port == OllamaPort && !HasVersion(path));
            api = isOllama ? QueryApi.Ollama : QueryApi.OpenAI;
        }

        if (api == QueryApi.Ollama)
        {
            path = Without(Without(path, "/api/chat"), "/api");
        }
        else
        {
            path = Without(path, "/chat/completions");
            path = HasVersion(path) ? path : path + "/v1";
        }

        return new ModelEndpoint(new UriBuilder(uri) { Path = path + "/" }.Uri, api);
    }

    /// <summary>True for a request to this server.</summary>
    public bool Owns(Uri? target) =>
        target is not null && target.IsAbsoluteUri && target.Scheme == Address.Scheme && target.Port == Address.Port
        && target.Host.Equals(Address.Host, StringComparison.OrdinalIgnoreCase)
        && target.AbsolutePath.StartsWith(Address.AbsolutePath, StringComparison.Ordinal);

    // Some paths of versions have more behind them, as ".../v1beta/openai" has.
    private static bool HasVersion(string path) => path.Split('/').Any(part => part is ['v', >= '0' and <= '9', ..]);

    private static string Without(string path, string ending) =>
        path.EndsWith(ending, StringComparison.Ordinal) ? path[..^ending.Length] : path;

    // A password may stand in what is no address as well.
    private static string Shown(string text) => text.Contains('@', StringComparison.Ordinal) ? "(with an @)" : text;
}

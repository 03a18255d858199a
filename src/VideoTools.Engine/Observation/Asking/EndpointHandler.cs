// Method: the last stop before the socket, below whichever client. It lets through what goes to the endpoint that the user named and
// nothing else, sets the key (which no client above knows), and turns every answer that is no success into one kind of exception. Whole
// answers are read here, up to a limit, so that a connection that breaks in the middle of one is a failed call and not a short answer.
using System.Net.Http.Headers;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>What stands between the clients and the network.</summary>
/// <param name="endpoint">The one server.</param>
/// <param name="key">What opens it; null for nothing.</param>
/// <param name="inner">The network.</param>
internal sealed class EndpointHandler(ModelEndpoint endpoint, ApiKey? key, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const long LargestAnswer = 8 << 20;
    private const int ShownCharacters = 200;

    /// <summary>The network: no proxy, no redirects, no cookies, connections that are used again.</summary>
    public static SocketsHttpHandler CreateNetwork() => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ActivityHeadersPropagator = null,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!endpoint.Owns(request.RequestUri))
        {
            throw new EndpointException($"A call of '{request.RequestUri?.Host}' was stopped: only '{endpoint.Address}' is contacted.");
        }

        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key.Reveal());
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("VideoTools", "0.1"));
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw await Refused(response, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<EndpointException> Refused(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            return new EndpointException(
                $"The server sends to '{response.Headers.Location?.Host}' ({status}); others are not contacted. Name it as endpoint.");
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        text = string.Concat((key?.Redact(text) ?? text).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var wait = response.Headers.RetryAfter;
        return new EndpointException(
            $"The server answered {status} {response.ReasonPhrase}{(text.Length > 0 ? ": " : "")}"
            + (text.Length > ShownCharacters ? text[..ShownCharacters] + "..." : text))
        {
            Status = response.StatusCode,
            RetryAfter = wait?.Delta ?? (wait?.Date is { } date ? date - DateTimeOffset.UtcNow : null),
        };
    }
}

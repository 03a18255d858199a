using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Clients of servers of models, behind one interface.</summary>
internal static class ChatClients
{
    /// <summary>A client over a connection that is given.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="http">The connection; retries, time limits and the key are not the client's business.</param>
    public static IChatClient Create(ModelEndpoint endpoint, string model, HttpClient http)
    {
        http.BaseAddress = endpoint.Address;
        return endpoint.Api == QueryApi.Ollama
            ? new OllamaApiClient(http, model)
            : new ChatClient(model, new ApiKeyCredential("none"), new OpenAIClientOptions
            {
                Endpoint = endpoint.Address,
                Transport = new HttpClientPipelineTransport(http),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = System.Threading.Timeout.InfiniteTimeSpan,
                EnableDistributedTracing = false,
                ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            }).AsIChatClient();
    }
}

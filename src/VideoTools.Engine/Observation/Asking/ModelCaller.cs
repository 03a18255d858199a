// Method: one Polly pipeline a session: a retry with exponential back-off and jitter (as long as the server asks for, where it does)
// around a time limit for every attempt. What is worth repeating: no connection, a broken one, a time-out, 408, 425, 429, 5xx but 501,
// and an answer whose envelope is no JSON. A server that refuses the JSON schema is asked without one from then on. A call that fails
// for good is a reply without a text; only cancellation throws.
using System.Diagnostics;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Calls a model. Thread-safe.</summary>
internal sealed class ModelCaller : IDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private static readonly ResiliencePropertyKey<CallLog> LogKey = new("log");

    private readonly QueryOptions _options;
    private readonly ApiKey? _key;
    private readonly HttpClient _http;
    private readonly IChatClient _client;
    private readonly ResiliencePipeline<ChatResponse> _pipeline;
    private volatile bool _takesNoSchema;

    /// <summary>A caller for one session.</summary>
    public ModelCaller(QueryOptions options, ModelEndpoint endpoint, ApiKey? key)
    {
        (_options, _key) = (options, key);
        _http = new HttpClient(new EndpointHandler(endpoint, key, EndpointHandler.CreateNetwork()))
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _client = ChatClients.Create(endpoint, options.Model, _http);
        _pipeline = CreatePipeline(options);
    }

    /// <summary>Asks.</summary>
    /// <param name="question">What to ask.</param>
    /// <param name="onRetry">Told before every wait, with its length.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reply, and whether the server said that it is too busy.</returns>
    public async Task<(ModelReply Reply, bool WasBusy)> AskAsync(
        ModelQuestion question, Action<TimeSpan> onRetry, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var log = new CallLog(onRetry);
        var messages = Messages(question);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(LogKey, log);
        try
        {
            var response = await _pipeline.ExecuteAsync(
                async inner =>
                {
                    log.Attempts++;
                    return await CallAsync(messages, question.Schema, log, inner.CancellationToken).ConfigureAwait(false);
                },
                context).ConfigureAwait(false);
            return (new ModelReply(response.Text.Trim(), log.Attempts)
            {
                Seconds = clock.Elapsed.TotalSeconds,
                PromptTokens = response.Usage?.InputTokenCount,
                CompletionTokens = response.Usage?.OutputTokenCount,
            }, log.WasBusy);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a server does to a client, it costs the answer to one question and nothing else.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var reply = new ModelReply(null, log.Attempts) { Seconds = clock.Elapsed.TotalSeconds, Error = Describe(exception) };
            return (reply, log.WasBusy);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private static ResiliencePipeline<ChatResponse> CreatePipeline(QueryOptions options)
    {
        var builder = new ResiliencePipelineBuilder<ChatResponse>();
        if (options.RetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = options.RetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult(Wanted(arguments.Outcome.Exception)),
                OnRetry = arguments =>
                {
                    if (arguments.Context.Properties.TryGetValue(LogKey, out var log))
                    {
                        log.OnRetry(arguments.RetryDelay);
                    }

                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.AddTimeout(options.Timeout).Build();
    }

    private static bool IsWorthRepeating(Exception? exception) =>
        exception is not (null or OperationCanceledException) && (EndpointException.In(exception)?.IsTransient ?? true);

    private static TimeSpan? Wanted(Exception? exception) => EndpointException.In(exception)?.RetryAfter is { } wanted
        ? TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, 0, LongestDelay.Ticks))
        : null;

    private async Task<ChatResponse> CallAsync(
        List<ChatMessage> messages, JsonElement? schema, CallLog log, CancellationToken cancellationToken)
    {
        var asks = schema is not null && !_takesNoSchema;
        try
        {
            return await GetAsync(messages, asks ? schema : null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (asks && EndpointException.In(exception) is { IsRefusal: true })
        {
            log.Attempts++;
            var response = await GetAsync(messages, null, cancellationToken).ConfigureAwait(false);
            _takesNoSchema = true;
            return response;
        }
        catch (Exception exception) when (EndpointException.In(exception) is { IsBusy: true })
        {
            log.WasBusy = true;
            throw;
        }
    }

    private Task<ChatResponse> GetAsync(List<ChatMessage> messages, JsonElement? schema, CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            Temperature = (float)_options.Temperature,
            MaxOutputTokens = _options.MaximumTokens,
            ResponseFormat = schema is { } wanted ? ChatResponseFormat.ForJsonSchema(wanted, "answer") : null,
        };
        if (_options.Context is { } context)
        {
            options.AddOllamaOption(OllamaOption.NumCtx, context);
        }

        return _client.GetResponseAsync(messages, options, cancellationToken);
    }

    private static List<ChatMessage> Messages(ModelQuestion question)
    {
        List<AIContent> contents = [new TextContent(question.Prompt)];
        contents.AddRange(question.Pictures().Select(picture => new DataContent(picture, "image/jpeg")));
        List<ChatMessage> messages = [new ChatMessage(ChatRole.User, contents)];
        if (question.System is { Length: > 0 } system)
        {
            messages.Insert(0, new ChatMessage(ChatRole.System, system));
        }

        return messages;
    }

    // What other libraries put into their messages is not ours to trust with a secret.
    private string Describe(Exception exception)
    {
        var text = exception switch
        {
            TimeoutRejectedException => string.Create(
                CultureInfo.InvariantCulture, $"The server gave no answer within {_options.Timeout.TotalSeconds:0.###} s."),
            _ when EndpointException.In(exception) is { } refused => refused.Message,
            JsonException => "The server's answer is no JSON that can be read.",
            _ => exception.GetBaseException().Message,
        };
        return _key?.Redact(text) ?? text;
    }

    private sealed class CallLog(Action<TimeSpan> onRetry)
    {
        public int Attempts { get; set; }

        public bool WasBusy { get; set; }

        public Action<TimeSpan> OnRetry { get; } = onRetry;
    }
}

using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VideoTools.TestServer;

/// <summary>
/// A server that speaks Ollama's /api/chat and OpenAI's /v1/chat/completions on this machine, answers as its script says, and remembers what
/// it was asked. GET /calls and /peak tell that to other processes; PUT /script gives it another script.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly Lock _gate = new();
    private readonly List<ReceivedCall> _calls = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ServerScript _script;
    private SemaphoreSlim? _turn;
    private int _number;
    private int _running;
    private int _peak;

    private ModelServer(WebApplication host, ServerScript script)
    {
        _host = host;
        _script = script;
        _turn = script.Parallel > 0 ? new SemaphoreSlim(script.Parallel) : null;
    }

    /// <summary>The address, without a path.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Takes the pictures of every call, as JPEG files.</summary>
    public Action<IReadOnlyList<ReadOnlyMemory<byte>>>? OnPictures { get; set; }

    /// <summary>Seconds since it started, as calls have them.</summary>
    public double Now => _clock.Elapsed.TotalSeconds;

    public string Ollama => new Uri(Address, "/api").ToString();

    public string OpenAI => new Uri(Address, "/v1").ToString();

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Most calls at one time.</summary>
    public int Peak
    {
        get
        {
            lock (_gate)
            {
                return _peak;
            }
        }
    }

    public static async Task<ModelServer> StartAsync(ServerScript? script = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.Limits.MaxRequestBodySize = 256 << 20;
            options.Limits.MinResponseDataRate = null;
            options.Limits.MinRequestBodyDataRate = null;
        });
        var host = builder.Build();
        var server = new ModelServer(host, script ?? new ServerScript());
        host.MapPost("/api/chat", server.AnswerAsync);
        host.MapPost("/v1/chat/completions", server.AnswerAsync);
        host.MapGet("/calls", () => Results.Json(server.Calls));
        host.MapGet("/peak", () => Results.Text(server.Peak.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        host.MapPut("/script", async (HttpContext context) =>
        {
            server.Use((await JsonSerializer.DeserializeAsync<ServerScript>(context.Request.Body, ScriptJson.Options))!);
            return Results.Ok();
        });
        await host.StartAsync();
        server.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>Behaves otherwise from now on, and forgets what it was asked.</summary>
    public void Use(ServerScript script)
    {
        lock (_gate)
        {
            _script = script;
            _turn = script.Parallel > 0 ? new SemaphoreSlim(script.Parallel) : null;
            _calls.Clear();
            _peak = _running;
        }
    }

    /// <summary>Ends at once: calls that run are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await _host.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // As wanted.
        }

        await _host.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (call, isStream) = await CallReader.ReadAsync(context, Interlocked.Increment(ref _number), _clock.Elapsed.TotalSeconds, OnPictures);
        ServerScript script;
        SemaphoreSlim? turn;
        Fault? fault;
        lock (_gate)
        {
            (script, turn) = (_script, _turn);
            _calls.Add(call);
            _peak = Math.Max(_peak, ++_running);
            fault = Next(script, call);
        }

        try
        {
            if (turn is not null)
            {
                await turn.WaitAsync(context.RequestAborted);
            }

            try
            {
                await Task.Delay(TimeSpan.FromSeconds(script.DelaySeconds), context.RequestAborted);
            }
            finally
            {
                turn?.Release();
            }

            await AnswerAsync(context, call, script, fault, isStream);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked is gone.
        }
        finally
        {
            lock (_gate)
            {
                _running--;
            }
        }
    }

    private static Fault? Next(ServerScript script, ReceivedCall call)
    {
        foreach (var fault in script.Faults)
        {
            if (fault.Count > 0 && (fault.Match is null || call.Prompt.Contains(fault.Match, StringComparison.Ordinal))
                && (call.HasSchema || !fault.OnlySchema))
            {
                if (fault.After > 0)
                {
                    fault.After--;
                    continue;
                }

                fault.Count--;
                return fault;
            }
        }

        return null;
    }

    private static async Task AnswerAsync(HttpContext context, ReceivedCall call, ServerScript script, Fault? fault, bool isStream)
    {
        if (script.Key is not null && call.Authorization != "Bearer " + script.Key)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync($"{{\"error\":{{\"message\":\"Incorrect API key provided: {call.Authorization}\"}}}}");
            return;
        }

        var answer = script.Answers.FirstOrDefault(pair => call.Prompt.Contains(pair.Key, StringComparison.Ordinal)).Value ?? script.Default;
        switch (fault?.Kind)
        {
            case FaultKind.Status:
                context.Response.StatusCode = fault.Status;
                if (fault.RetryAfterSeconds is { } wait)
                {
                    context.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
                }

                await context.Response.WriteAsync(fault.Text);
                return;
            case FaultKind.Redirect:
                context.Response.Redirect(fault.Location ?? "http://127.0.0.1:9/");
                return;
            case FaultKind.Drop:
                context.Abort();
                return;
            case FaultKind.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
        }

        var bytes = Encoding.UTF8.GetBytes(Replies.Of(call, fault?.Kind == FaultKind.Empty ? "" : answer, isStream));
        context.Response.ContentType = isStream ? call.Path.StartsWith("/v1", StringComparison.Ordinal) ? "text/event-stream" : "application/x-ndjson" : "application/json";
        switch (fault?.Kind)
        {
            case FaultKind.Malformed:
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
                break;
            case FaultKind.Cut:
                context.Response.ContentLength = bytes.Length;
                await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case FaultKind.Slow:
                foreach (var piece in bytes.Chunk(16))
                {
                    await context.Response.Body.WriteAsync(piece, context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(TimeSpan.FromSeconds(fault.PieceSeconds), context.RequestAborted);
                }

                break;
            default:
                await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
                break;
        }
    }
}

// Method: HttpListener on 127.0.0.1 alone, at a port that is free. Let in is who names this host and port (a name that somebody's DNS
// points to 127.0.0.1 is not ours), knows the key of this page (256 random bits, in the path, compared in constant time), and is, where
// the browser says so, this page itself. No answer allows another origin anything, and the page loads from here alone.
// docs/decisions/0022-page-of-this-machine.md
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VideoTools.Engine.Choosing;

/// <summary>Serves a page to this machine.</summary>
internal sealed class PageServer : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const int MostTries = 20;

    private readonly HttpListener _listener;
    private readonly PageRoutes _routes;
    private readonly byte[] _key;
    private readonly int _port;
    private readonly ManualResetEventSlim _seen = new();
    private int _visitors;

    private PageServer(HttpListener listener, int port, PageRoutes routes)
    {
        _listener = listener;
        _port = port;
        _routes = routes;
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _key = Encoding.ASCII.GetBytes(key);
        Url = $"http://127.0.0.1:{port}/{key}/";
        new Thread(Listen) { IsBackground = true, Name = "VideoTools page server" }.Start();
    }

    /// <summary>Address of the page with its key.</summary>
    public string Url { get; }

    /// <summary>Starts serving.</summary>
    /// <param name="routes">Answers who is let in.</param>
    /// <exception cref="VideoToolsException">No port can be had.</exception>
    public static PageServer Start(PageRoutes routes)
    {
        for (var attempt = 1;; attempt++)
        {
            var port = FreePort();
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return new PageServer(listener, port, routes);
            }
            catch (HttpListenerException exception)
            {
                // Somebody was faster.
                listener.Close();
                if (attempt == MostTries)
                {
                    throw new VideoToolsException(
                        VideoErrorId.InternalError,
                        "",
                        $"No page can be served on 127.0.0.1: {exception.Message}",
                        "Choose without a page: Select-CropCandidate -First 1 (videotools crop --candidates).",
                        exception);
                }
            }
        }
    }

    /// <summary>Waits until a page that somebody looks at has seen the end.</summary>
    public void WaitUntilSeen(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            if (Volatile.Read(ref _visitors) > 0)
            {
                _seen.Wait(longest, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
    }

    /// <summary>Closes the page.</summary>
    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Listen()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = _listener.GetContext();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            ThreadPool.QueueUserWorkItem(_ => Handle(context));
        }
    }

    private void Handle(HttpListenerContext context)
    {
        try
        {
            var request = context.Request;
            PageReply reply;
            if (IsRefused(request))
            {
                reply = PageRoutes.Problem(HttpStatusCode.Forbidden, "This page is for the browser that was given its address.");
            }
            else
            {
                Interlocked.Increment(ref _visitors);
                reply = _routes.Answer(
                    request.HttpMethod, request.Url!.AbsolutePath[(_key.Length + 2)..], request.ContentType ?? "", Body(request));
            }

            Send(context.Response, reply);
            if (reply.IsLast)
            {
                _seen.Set();
            }
        }
        catch (Exception)
        {
            // The browser went away, or the page was closed; whatever else it is ends this answer and not the process.
            context.Response.Abort();
        }
    }

    private bool IsRefused(HttpListenerRequest request)
    {
        // Another name than that of the prefix is refused by the listener, before this.
        var own = $"127.0.0.1:{_port}";
        if (request.UserHostName != own || !request.IsLocal)
        {
            return true;
        }

        // Browsers say where a request comes from; other programs say nothing.
        if ((request.Headers["Origin"] is { } origin && origin != $"http://{own}")
            || request.Headers["Sec-Fetch-Site"] is { } site and not ("same-origin" or "none"))
        {
            return true;
        }

        var path = request.Url?.AbsolutePath ?? "";
        var end = path.Length > 1 ? path.IndexOf('/', 1) : -1;
        return end < 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(path[1..end]), _key);
    }

    // Null for one that is too long.
    private static byte[]? Body(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return [];
        }

        var buffer = new byte[PageRoutes.MostBytes + 1];
        var length = request.InputStream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= PageRoutes.MostBytes ? buffer[..length] : null;
    }

    private static void Send(HttpListenerResponse response, PageReply reply)
    {
        response.StatusCode = reply.Code;
        response.Headers["Content-Security-Policy"] = Policy;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["X-Frame-Options"] = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cache-Control"] = "no-store";
        if (reply.Type.Length > 0)
        {
            response.ContentType = reply.Type;
        }

        response.Close(reply.Body, willBlock: true);
    }
}

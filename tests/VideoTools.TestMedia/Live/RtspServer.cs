using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoTools.TestMedia.Live;

/// <summary>
/// A small RTSP server for tests (RFC 2326: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, RTP within the connection, basic authentication). What it
/// serves comes by RTP from an encoder on this machine. It can be cut and brought back at the same address.
/// </summary>
public sealed class RtspServer : IDisposable
{
    private readonly UdpClient _media = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Lock _gate = new();
    private readonly List<NetworkStream> _playing = [];
    private readonly List<TcpClient> _clients = [];
    private readonly string? _credentials;
    private TcpListener? _listener;
    private volatile bool _isOver;

    /// <summary>Starts to serve.</summary>
    /// <param name="credentials">user:password; null lets everybody in.</param>
    public RtspServer(string? credentials = null)
    {
        _credentials = credentials;
        _media.Client.ReceiveBufferSize = 1 << 20;
        Return();
        new Thread(Forward) { IsBackground = true, Name = "rtsp media" }.Start();
    }

    /// <summary>Port of the server.</summary>
    public int Port { get; private set; }

    /// <summary>Connections that were made so far.</summary>
    public int Connections { get; private set; }

    /// <summary>ffmpeg's output options of an encoder that feeds it.</summary>
    public IReadOnlyList<string> Feed =>
        ["-f", "rtp", $"rtp://127.0.0.1:{((IPEndPoint)_media.Client.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)}?pkt_size=1200"];

    /// <summary>The address, with or without user and password.</summary>
    public string Address(string? credentials = null, string path = "/camera") =>
        FormattableString.Invariant($"rtsp://{(credentials is null ? "" : credentials + "@")}127.0.0.1:{Port}{path}");

    /// <summary>Closes every connection and takes no new one.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _listener?.Stop();
            _listener = null;
            _playing.Clear();
            _clients.ForEach(client => client.Close());
            _clients.Clear();
        }
    }

    /// <summary>Is there again, at the same port.</summary>
    public void Return()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        new Thread(() => Accept(listener)) { IsBackground = true, Name = "rtsp" }.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        Cut();
        _media.Dispose();
    }

    private void Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = listener.AcceptTcpClient();
                client.NoDelay = true;
                lock (_gate)
                {
                    Connections++;
                    _clients.Add(client);
                }

                new Thread(() => Talk(client)) { IsBackground = true, Name = "rtsp client" }.Start();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private void Talk(TcpClient client)
    {
        try
        {
            using var stream = client.GetStream();
            while (ReadRequest(stream) is { } request)
            {
                var method = request[0].Split(' ')[0];
                var sequence = request.FirstOrDefault(line => line.StartsWith("CSeq:", StringComparison.OrdinalIgnoreCase)) ?? "CSeq: 0";
                lock (_gate)
                {
                    stream.Write(Encoding.ASCII.GetBytes(Answer(method, request, sequence)));
                    if (method == "PLAY")
                    {
                        _playing.Add(stream);
                    }
                }

                if (method == "TEARDOWN")
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client is gone, or was cut.
        }
    }

    private string Answer(string method, IReadOnlyList<string> request, string sequence)
    {
        var isKnown = _credentials is null || request.Contains("Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(_credentials)));
        var isThere = request[0].Contains("/camera", StringComparison.Ordinal);
        var (status, more, body) = !isKnown && method != "OPTIONS" ? ("401 Unauthorized", "WWW-Authenticate: Basic realm=\"test\"\r\n", "")
            : !isThere && method != "OPTIONS" ? ("404 Not Found", "", "")
            : method switch
            {
                "OPTIONS" => ("200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n", ""),
                "DESCRIBE" => ("200 OK", "Content-Type: application/sdp\r\n", Description),
                "SETUP" => ("200 OK", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n", ""),
                _ => ("200 OK", "Session: 1\r\n", ""),
            };
        return FormattableString.Invariant($"RTSP/1.0 {status}\r\n{sequence}\r\n{more}Content-Length: {body.Length}\r\n\r\n{body}");
    }

    private static string Description =>
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n"
        + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\na=control:track0\r\n";

    // Lines of one request; null at the end. Packets of RTCP that a client sends between requests are passed over.
    private static List<string>? ReadRequest(NetworkStream stream)
    {
        List<string> lines = [];
        var line = new StringBuilder();
        while (stream.ReadByte() is >= 0 and var next)
        {
            if (next == '$' && lines.Count == 0 && line.Length == 0)
            {
                stream.ReadByte();
                var length = (stream.ReadByte() << 8) | stream.ReadByte();
                stream.ReadExactly(new byte[Math.Max(0, length)]);
            }
            else if (next == '\n')
            {
                if (line.Length == 0)
                {
                    if (lines.Count > 0)
                    {
                        return lines;
                    }
                }
                else
                {
                    lines.Add(line.ToString());
                }

                line.Clear();
            }
            else if (next != '\r')
            {
                line.Append((char)next);
            }
        }

        return null;
    }

    private void Forward()
    {
        var buffer = new byte[65536 + 4];
        while (!_isOver)
        {
            try
            {
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                var length = _media.Client.ReceiveFrom(buffer, 4, 65536, SocketFlags.None, ref from);
                (buffer[0], buffer[1], buffer[2], buffer[3]) = ((byte)'$', 0, (byte)(length >> 8), (byte)length);
                lock (_gate)
                {
                    _playing.RemoveAll(stream => !TryWrite(stream, buffer.AsSpan(0, length + 4)));
                }
            }
            catch (SocketException)
            {
                // Closed, or the encoder is gone for a while.
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static bool TryWrite(NetworkStream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}

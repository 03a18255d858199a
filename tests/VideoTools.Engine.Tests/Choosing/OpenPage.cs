using System.Net.Http.Json;
using System.Text.Json;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Choosing;

/// <summary>An open page with somebody who asks it.</summary>
internal sealed class OpenPage : IDisposable
{
    private readonly IVideoEngine _engine = VideoEngine.Create();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };

    public OpenPage(CropPageOptions options, string? file = null)
    {
        Page = _engine.CropPages.Open(new VideoInput(file ?? Clip), options);
        Address = new Uri(Page.Url);
    }

    /// <summary>Two scenes of three seconds: in the first nothing moves.</summary>
    public static string Clip => TestClip.Make(
        "choose.mp4", "-f", "lavfi", "-i", "smptehdbars=size=320x180:rate=25:duration=6",
        "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=6", "-f", "lavfi", "-i", "sine=frequency=440:duration=6",
        "-filter_complex", "[0][1]overlay=enable='gte(t,3)'[v]", "-map", "[v]", "-map", "2:a", "-c:v", "libx264", "-preset", "ultrafast",
        "-pix_fmt", "yuv420p", "-shortest");

    public ICropPage Page { get; }

    public Uri Address { get; }

    public JsonElement WaitFor(string status)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            var seen = Status();
            var now = seen.GetProperty("status").GetString();
            if (now == status)
            {
                return seen;
            }

            Assert.False(now == "failed", seen.GetProperty("problem").GetString());
            Thread.Sleep(100);
        }

        throw new TimeoutException($"The page never was {status}.");
    }

    public JsonElement Status() => JsonDocument.Parse(Get("status").Content.ReadAsStream()).RootElement;

    public HttpResponseMessage Get(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        change?.Invoke(request);
        return _client.SendAsync(request).GetAwaiter().GetResult();
    }

    public HttpResponseMessage Select(object order) =>
        _client.PostAsync(new Uri(Address, "select"), JsonContent.Create(order)).GetAwaiter().GetResult();

    public HttpResponseMessage Post(string path, HttpContent content) =>
        _client.PostAsync(new Uri(Address, path), content).GetAwaiter().GetResult();

    public CropChoice Choice()
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (Page.Wait(TimeSpan.FromMilliseconds(100)) is { } choice)
            {
                return choice;
            }
        }

        throw new TimeoutException("Nothing was chosen.");
    }

    public void Dispose()
    {
        Page.Dispose();
        _engine.Dispose();
        _client.Dispose();
    }
}

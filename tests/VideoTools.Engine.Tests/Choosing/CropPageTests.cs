using System.Net;
using System.Net.Sockets;
using System.Text;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Choosing;

/// <summary>The page over HTTP: who is let in, what is refused, what a choice leads to.</summary>
public sealed class CropPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-choose-").FullName;

    private CropPageOptions Exporting => new()
    {
        Export = new CropExportOptions { Destination = Path.Combine(_folder, "chosen.mp4"), Preset = "ultrafast" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresFact(Needs.Ffmpeg)]
    public void Strangers_AreRefused()
    {
        using var page = new OpenPage(new CropPageOptions());
        var own = page.Address;
        Assert.Equal(("http", "127.0.0.1"), (own.Scheme, own.Host));
        Assert.Equal(64, own.Segments[1].Trim('/').Length);

        Assert.Equal(HttpStatusCode.OK, page.Get("").StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get("/").StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get("/status").StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get($"/{new string('0', 64)}/status").StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get("status", r => r.Headers.Add("Origin", "http://example.com")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get("status", r => r.Headers.Add("Sec-Fetch-Site", "cross-site")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.Get("status", r => r.Headers.Host = "127.0.0.1:1").StatusCode);

        // A name that leads to this machine: the runtime's own listener refuses it before we do.
        var named = page.Get("status", r => r.Headers.Host = $"example.com:{own.Port}").StatusCode;
        Assert.True(named is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{named}");
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Page_ListensOnThisMachineAlone_AndAllowsNobodyElse()
    {
        using var page = new OpenPage(new CropPageOptions());

        var answer = page.Get("");
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var address in Dns.GetHostAddresses(Dns.GetHostName()).Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a)))
        {
            using var socket = new TcpClient();
            Assert.ThrowsAny<SocketException>(() => socket.Connect(address, page.Address.Port));
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Requests_ForWhatThereIsNot_AreRefused_AndTheChoiceIsHandedOut()
    {
        using var page = new OpenPage(new CropPageOptions());
        var ready = page.WaitFor("candidates_ready");
        Assert.Equal(2, ready.GetProperty("scenes").GetArrayLength());
        var count = ready.GetProperty("candidates").GetArrayLength();
        Assert.True(count > 1);

        Assert.Equal("image/png", page.Get("preview/1").Content.Headers.ContentType!.MediaType);
        Assert.Equal("image/jpeg", page.Get("scene/2").Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, page.Get($"preview/{count + 1}").StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Get("preview/one").StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.Get("scene/3").StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.Get("../../etc/passwd").StatusCode == HttpStatusCode.Forbidden ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, page.Get("nothing").StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.Select(new { candidate = count + 1 }).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.Select(new { candidate = 1, speeds = new Dictionary<string, double> { ["9"] = 2 } }).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Select(new { candidate = 1, speeds = new Dictionary<string, double> { ["1"] = 40 } }).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Select(new { candidate = 1, mode = "7" }).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Select(new { candidate = "one" }).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Select(new { candidate = 1, encode = true }).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, page.Post("select", new StringContent("{", Encoding.UTF8, "application/json")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, page.Post("select", new StringContent("{\"candidate\":1}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            page.Post("select", new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json")).StatusCode);

        Assert.Equal(HttpStatusCode.Accepted, page.Select(new { candidate = 2, speeds = new Dictionary<string, double> { ["1"] = 3 } }).StatusCode);
        page.WaitFor("complete");
        var choice = page.Choice();
        Assert.Equal((2, false, CropMode.Static), (choice.Candidate.Number, choice.IsAutomatic, choice.Mode));
        Assert.Equal([3.0, 1.0], choice.Speeds.Select(stretch => stretch.Speed));
        Assert.Equal(choice.Candidate.Crop, Assert.Single(choice.Shots).Crop);
        Assert.Null(choice.Video);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Nobody_TakesTheFirstCandidate()
    {
        using var page = new OpenPage(new CropPageOptions { Timeout = TimeSpan.Zero });

        var choice = page.Choice();

        Assert.Equal((1, true), (choice.Candidate.Number, choice.IsAutomatic));
        Assert.Empty(choice.Speeds);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Nobody_WithAnExport_WritesTheFirstCandidate()
    {
        using var page = new OpenPage(Exporting with { Timeout = TimeSpan.Zero });

        Assert.Equal(Path.Combine(_folder, "chosen.mp4"), page.Choice().Video!.FullName);
        Assert.True(File.Exists(Path.Combine(_folder, "chosen.mp4")));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Mode_ThatMoves_GivesItsWindows()
    {
        using var page = new OpenPage(new CropPageOptions());
        page.WaitFor("candidates_ready");

        Assert.Equal(HttpStatusCode.Accepted, page.Select(new { candidate = 1, mode = "PerScene", fit = "Pad" }).StatusCode);

        page.WaitFor("complete");
        Assert.Equal([CropMode.PerScene, CropMode.PerScene], page.Choice().Shots.Select(shot => shot.Mode));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void File_ThatExists_IsRefusedBeforeSomebodyChooses()
    {
        File.WriteAllText(Path.Combine(_folder, "chosen.mp4"), "mine");

        var refused = Assert.Throws<VideoToolsException>(() => new OpenPage(Exporting));

        Assert.Equal(VideoErrorId.OutputExists, refused.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Encode_ThatFails_LeadsBackToThePage()
    {
        using var page = new OpenPage(Exporting);
        page.WaitFor("candidates_ready");
        File.WriteAllText(Path.Combine(_folder, "chosen.mp4"), "in between");

        page.Select(new { candidate = 1, encode = true });
        for (var tries = 0; tries < 600 && page.Status().GetProperty("problem").GetString() == ""; tries++)
        {
            Thread.Sleep(100);
        }

        var again = page.WaitFor("candidates_ready");
        Assert.Contains("chosen.mp4", again.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal("in between", File.ReadAllText(Path.Combine(_folder, "chosen.mp4")));
        page.Select(new { candidate = 1 });
        Assert.Null(page.Choice().Video);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void File_ThatIsNoVideo_IsAnErrorAndNoHang()
    {
        var path = Path.Combine(_folder, "no.mp4");
        File.WriteAllText(path, "no video");
        using var page = new OpenPage(new CropPageOptions(), path);

        Assert.Equal(VideoErrorId.InvalidVideo, Assert.Throws<VideoToolsException>(page.Choice).Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Dispose_WhileItWorks_EndsAtOnce()
    {
        var page = new OpenPage(new CropPageOptions());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        page.Dispose();

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.Throws<HttpRequestException>(() =>
        {
            using var client = new HttpClient();
            client.Send(new HttpRequestMessage(HttpMethod.Get, page.Address));
        });
    }
}

using System.Text;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Files that try to make ffmpeg open something else, named like a video.</summary>
public sealed class HostileInputTests : DecodingTestBase
{
    private static string Secret() => TestClip.Make("secret.ts", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264");

    public static TheoryData<string, string> Playlists => new()
    {
        { "hls.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile://SECRET\n#EXT-X-ENDLIST\n" },
        { "hls.ts", "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile://SECRET\n#EXT-X-ENDLIST\n" },
        { "concat.mp4", "ffconcat version 1.0\nfile 'SECRET'\n" },
        { "concat.ffconcat", "ffconcat version 1.0\nfile 'SECRET'\n" },
        { "session.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n" },
        { "dash.mp4", "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" mediaPresentationDuration=\"PT2S\" profiles=\"urn:mpeg:dash:profile:isoff-main:2011\"><Period><AdaptationSet mimeType=\"video/mp4\"><Representation id=\"1\" bandwidth=\"1\"><BaseURL>SECRET</BaseURL></Representation></AdaptationSet></Period></MPD>" },
        { "page.mp4", "<html><body>Not found</body></html>" },
        { "subtitles.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello\n" },
        { "script.avs", "DirectShowSource(\"SECRET\")\n" },
        { "ansi.txt", "Some plain text that ffmpeg would render as a terminal.\n" },
        { "meta.mp4", ";FFMETADATA1\ntitle=x\n" },
    };

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Playlists))]
    public void Probe_PlaylistOrScript_OpensNothingElse(string name, string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestClip.Folder, "hostile")).FullName;
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content.Replace("SECRET", Secret(), StringComparison.Ordinal), new UTF8Encoding(false));

        var e = Assert.Throws<VideoToolsException>(() => Probe(path));

        Assert.Equal(VideoErrorId.InvalidVideo, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_PictureNamedLikeASequence_IsNoPattern()
    {
        TestClip.Make("seq-001.png", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1");
        var path = TestClip.Write("seq-%03d.png", File.ReadAllBytes(Path.Combine(TestClip.Folder, "seq-001.png")));

        var e = Assert.Throws<VideoToolsException>(() => Probe(path));

        Assert.Equal(VideoErrorId.InvalidVideo, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_Mp4ThatRefersToAnotherFile_DoesNotOpenIt()
    {
        // The data reference of this QuickTime file is changed from "in this file" to an alias of another one.
        var whole = File.ReadAllBytes(TestClip.Make("count.mov", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264"));
        var at = whole.AsSpan().IndexOf("dref"u8);
        whole[at + 4 + 8 + 4 + 4 + 3] = 0; // Flag "self-contained" of the first entry: size, type, version and flags.
        var path = TestClip.Write("dref.mov", whole);

        // With no usable alias ffmpeg reads the file itself; what counts is that it ends, with frames or with a named error.
        try
        {
            Assert.Equal(50, Decode(path).Sink.Frames.Count);
        }
        catch (VideoToolsException e)
        {
            Assert.True(e.Error.Id is VideoErrorId.InvalidVideo or VideoErrorId.NoFrames, e.Message);
        }
    }
}

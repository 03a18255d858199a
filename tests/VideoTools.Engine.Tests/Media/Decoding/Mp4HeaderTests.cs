using System.Text;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Decoding.Plain;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>What is read here of small plain files is to the letter what ffprobe says of them; of others nothing is read here.</summary>
public sealed class Mp4HeaderTests : DecodingTestBase
{
    private static readonly string[] Sine = ["-f", "lavfi", "-i", "sine=r=44100:d=2"];

    /// <summary>Name, what ffmpeg makes of a test picture, whether it has sound.</summary>
    public static TheoryData<string, string, bool> Plain => new()
    {
        { "x264", "-c:v libx264", false },
        { "x264 aac", "-c:v libx264 -c:a aac", true },
        { "x264 without b", "-c:v libx264 -bf 0 -c:a aac -ac 2", true },
        { "x264 baseline", "-c:v libx264 -profile:v baseline", false },
        { "x264 main", "-c:v libx264 -profile:v main", false },
        { "x264 odd size", "-c:v libx264 -vf scale=318:178,setsar=1", false },
        { "x264 wide pixels", "-c:v libx264 -vf setsar=4/3", false },
        { "x264 film", "-c:v libx264 -r 24000/1001 -c:a aac", true },
        { "x264 ntsc", "-c:v libx264 -r 30000/1001", false },
        { "x264 60", "-c:v libx264 -r 60", false },
        { "x264 bt709", "-c:v libx264 -color_primaries bt709 -color_trc bt709 -colorspace bt709", false },
        { "x264 full range", "-c:v libx264 -vf scale=out_range=full,format=yuvj420p -color_range pc", false },
        { "x264 fast start", "-c:v libx264 -movflags +faststart -metadata title=Über -metadata comment=c", false },
        { "x264 dated", "-c:v libx264 -metadata creation_time=2024-05-06T07:08:09Z", false },
        { "x264 language", "-c:v libx264 -c:a aac -metadata:s:a:0 language=deu", true },
        { "x264 time scale", "-c:v libx264 -video_track_timescale 90000", false },
        { "x264 one frame", "-c:v libx264 -frames:v 1", false },
        { "x264 31 frames", "-c:v libx264 -r 30000/1001 -frames:v 31", false },
        { "mpeg4", "-c:v mpeg4", false },
        { "mpeg4 aac", "-c:v mpeg4 -c:a aac", true },
    };

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Plain))]
    public void Describe_APlainFile_SaysWhatFfprobeSays(string name, string arguments, bool hasSound)
    {
        var path = Make(name, arguments, hasSound, "mp4");
        var json = Mp4Header.Describe(path, new FileInfo(path).Length);

        // A tools path that nothing is known of: the first answer is ffprobe's own.
        using var fresh = new LoggingTools(Tools);
        var probed = new Prober(fresh.Tools).Probe(path);
        var read = new Prober(fresh.Tools).Probe(path);

        Assert.True(json is not null, "not taken for plain");
        Assert.Equal(Words(probed), Words(read));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("fragments", "-c:v libx264 -movflags +frag_keyframe+empty_moov", false, "mp4")]
    [InlineData("ten bits", "-c:v libx264 -pix_fmt yuv420p10le", false, "mp4")]
    [InlineData("full chroma", "-c:v libx264 -pix_fmt yuv444p", false, "mp4")]
    [InlineData("fields", "-c:v libx264 -flags +ildct+ilme -x264opts tff=1", false, "mp4")]
    [InlineData("variable", "-c:v libx264 -vf select='not(mod(n\\,3))+not(mod(n\\,4))' -vsync vfr", false, "mp4")]
    [InlineData("mp3", "-c:v libx264 -c:a libmp3lame", true, "mp4")]
    [InlineData("low rate", "-c:v libx264 -c:a aac -ar 22050", true, "mp4")]
    [InlineData("six channels", "-c:v libx264 -c:a aac -ac 6", true, "mp4")]
    [InlineData("late", "-c:v libx264 -vf setpts=PTS+1/TB", false, "mp4")]
    [InlineData("mjpeg", "-c:v mjpeg -pix_fmt yuvj420p", false, "mov")]
    [InlineData("mpeg4 b", "-c:v mpeg4 -bf 2", false, "mp4")]
    [InlineData("matroska", "-c:v libx264", false, "mkv")]
    public void Describe_AnyOtherFile_SaysNothing(string name, string arguments, bool hasSound, string extension)
    {
        var path = Make(name, arguments, hasSound, extension);

        Assert.Null(Mp4Header.Describe(path, new FileInfo(path).Length));
        Probe(path);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Describe_ATurnedPicture_SaysNothing()
    {
        var bytes = File.ReadAllBytes(Make("x264", "-c:v libx264", false, "mp4"));
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40, 36);
        matrix.Clear();
        (matrix[5], matrix[12], matrix[13], matrix[32]) = (1, 0xFF, 0xFF, 0x40); // A quarter clockwise.
        var path = TestClip.Write("plain-turned.mp4", bytes);

        Assert.Null(Mp4Header.Describe(path, bytes.Length));
        Assert.Equal(90, Probe(path).Info.Rotation);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Describe_CutOrLonger_SaysNothing_AndChangedBytesThrowNothing()
    {
        var bytes = File.ReadAllBytes(Make("x264 aac", "-c:v libx264 -c:a aac", true, "mp4"));
        var whole = TestClip.Write("plain-changed.mp4", bytes);
        Assert.NotNull(Mp4Header.Describe(whole, bytes.Length));
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Null(Mp4Header.Describe(TestClip.Write("plain-cut.mp4", bytes[..length]), length));
        }

        Assert.Null(Mp4Header.Describe(TestClip.Write("plain-longer.mp4", [.. bytes, 1, 2, 3]), bytes.Length + 3));
        var header = bytes.AsSpan().LastIndexOf("moov"u8);
        foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF })
        {
            for (var at = header; at < bytes.Length; at++)
            {
                var changed = bytes.ToArray();
                changed[at] = value;
                var boxes = changed.AsSpan(header + 4);
                try
                {
                    Mp4Header.Describe(System.Text.Encoding.ASCII.GetBytes("isom\0\0\u0002\0isomiso2avc1mp41"), boxes, bytes.Length);
                }
                catch (Exception refused) when (refused is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
                {
                    // What its caller takes for "not plain".
                }
            }
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_OfManyPlainFiles_StartsFfprobeOnce()
    {
        using var log = new LoggingTools("exit 1", $"echo $$ >> \"$(dirname \"$0\")/starts\"\nexec '{Tools.Ffprobe}' \"$@\"");
        var path = Make("mpeg4", "-c:v mpeg4", false, "mp4");
        for (var i = 0; i < 5; i++)
        {
            new Prober(log.Tools).Probe(path);
        }

        Assert.Equal(1, log.StartCount);
    }

    // Records of lists compare by reference: what a person sees of each is compared.
    private static string Words(ProbeResult result)
    {
        var text = new StringBuilder(VideoTools.Engine.Tests.Caching.SampleRecords.Describe(result.Info));
        foreach (var property in typeof(ProbeResult).GetProperties().Where(property => property.Name != nameof(ProbeResult.Info)))
        {
            var value = property.GetValue(result);
            text.AppendLine().Append(property.Name).Append('=').Append(value is System.Collections.IEnumerable list
                ? string.Join(';', list.Cast<object?>()) : FormattableString.Invariant($"{value}"));
        }

        return text.ToString();
    }

    private static string Make(string name, string arguments, bool hasSound, string extension) => TestClip.Make(
        $"plain {name}.{extension}",
        ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", .. hasSound ? Sine : [], "-pix_fmt", "yuv420p", "-preset", "ultrafast", .. Split(arguments)]);

    private static IEnumerable<string> Split(string arguments) => arguments.Replace("'", "", StringComparison.Ordinal).Split(' ');
}

using System.Globalization;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.TestMedia;

/// <summary>The bad inputs must be bad in the way that their names say; otherwise the decoder's tests prove nothing.</summary>
public class BadMediaTests
{
    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.TruncatedMp4, 100, 200)]
    [InlineData(BadMediaKind.TruncatedMkv, 100, 200)]
    [InlineData(BadMediaKind.OneFrame, 1, 1)]
    [InlineData(BadMediaKind.VariableFrameRate, 30, 45)]
    [InlineData(BadMediaKind.LongGop, 500, 500)]
    [InlineData(BadMediaKind.Tiny, 50, 50)]
    [InlineData(BadMediaKind.BracketName, 50, 50)]
    [InlineData(BadMediaKind.NonAsciiName, 50, 50)]
    [InlineData(BadMediaKind.DashName, 50, 50)]
    [InlineData(BadMediaKind.Interlaced, 50, 50)]
    public void Create_PlayableKind_HasTheFramesItPromises(BadMediaKind kind, int low, int high)
    {
        var count = Entry(kind, "nb_read_frames", "-count_frames");

        Assert.InRange(int.Parse(count, CultureInfo.InvariantCulture), low, high);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Empty)]
    [InlineData(BadMediaKind.Text)]
    [InlineData(BadMediaKind.RandomBytes)]
    [InlineData(BadMediaKind.TruncatedMp4NoIndex)]
    public void Create_UnplayableKind_IsRefusedByFfprobe(BadMediaKind kind)
    {
        var path = BadMedia.Create(kind);

        Assert.True(File.Exists(path));
        Assert.Throws<InvalidOperationException>(() => Ffmpeg.Probe("-show_entries", "stream=width", "file:" + path));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.HdrPq, "color_transfer", "smpte2084")]
    [InlineData(BadMediaKind.HdrHlg, "color_transfer", "arib-std-b67")]
    [InlineData(BadMediaKind.TenBit, "pix_fmt", "yuv420p10le")]
    [InlineData(BadMediaKind.OddSize, "width", "321")]
    [InlineData(BadMediaKind.AnamorphicWide, "sample_aspect_ratio", "4:3")]
    [InlineData(BadMediaKind.Interlaced, "field_order", "tt")]
    [InlineData(BadMediaKind.LateStart, "start_time", "5.000000")]
    [InlineData(BadMediaKind.HeaderOnly, "codec_name", "h264")]
    public void Create_TaggedKind_CarriesItsTag(BadMediaKind kind, string entry, string expected) => Assert.Equal(expected, Entry(kind, entry));

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Rotated90)]
    [InlineData(BadMediaKind.Rotated180)]
    [InlineData(BadMediaKind.Rotated270)]
    public void Create_RotatedKind_HasADisplayMatrix(BadMediaKind kind)
    {
        var expected = kind.ToString()["Rotated".Length..];

        var rotation = Ffmpeg.Probe("-select_streams", "v:0", "-show_entries", "stream_side_data=rotation", "-of", "csv=p=0", BadMedia.Create(kind));

        Assert.Equal(int.Parse(expected, CultureInfo.InvariantCulture), (int.Parse(rotation.Trim(',', ' '), CultureInfo.InvariantCulture) + 360) % 360);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Create_DamagedPackets_MakesTheDecoderComplain()
    {
        var path = BadMedia.Create(BadMediaKind.DamagedPackets);

        Assert.Throws<InvalidOperationException>(() => Ffmpeg.Run("-xerror", "-err_detect", "explode", "-i", path, "-f", "null", "-"));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Create_AudioWithCover_HasNoVideoButAnAttachedPicture()
    {
        var path = BadMedia.Create(BadMediaKind.AudioWithCover);

        Assert.Equal("1", Ffmpeg.Probe("-select_streams", "v", "-show_entries", "stream_disposition=attached_pic", "-of", "csv=p=0", path));
    }

    [Fact]
    public void Create_Missing_DoesNotExist() => Assert.False(Path.Exists(BadMedia.Create(BadMediaKind.Missing)));

    private static string Entry(BadMediaKind kind, string entry, params string[] more) => Ffmpeg.Probe(
        [.. more, "-select_streams", "v:0", "-show_entries", "stream=" + entry, "-of", "csv=p=0", "file:" + BadMedia.Create(kind)])
        .Split('\n')[0].Trim(',', '\r', ' ');
}

using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>The whole table of bad and odd inputs: each gives its named error, or frames with exact numbers.</summary>
public sealed class BadMediaTests : DecodingTestBase
{
    public static TheoryData<BadMediaKind, VideoErrorId> Refused => new()
    {
        { BadMediaKind.Missing, VideoErrorId.FileNotFound },
        { BadMediaKind.Directory, VideoErrorId.NotAFile },
        { BadMediaKind.Empty, VideoErrorId.FileEmpty },
        { BadMediaKind.Text, VideoErrorId.InvalidVideo },
        { BadMediaKind.RandomBytes, VideoErrorId.InvalidVideo },
        { BadMediaKind.TruncatedMp4NoIndex, VideoErrorId.InvalidVideo },
        { BadMediaKind.HeaderOnly, VideoErrorId.NoFrames },
        { BadMediaKind.AudioOnly, VideoErrorId.NoVideoStream },
        { BadMediaKind.AudioWithCover, VideoErrorId.NoVideoStream },
        { BadMediaKind.StillPicture, VideoErrorId.InvalidVideo },
        { BadMediaKind.Playlist, VideoErrorId.InvalidVideo },
    };

    public static TheoryData<BadMediaKind, int, int, int, RecordStatus> Decoded => new()
    {
        { BadMediaKind.VideoWithCover, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.NoAudio, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.OneFrame, 1, 320, 180, RecordStatus.Ok },
        { BadMediaKind.OddSize, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.Tiny, 50, 2, 2, RecordStatus.Ok },
        { BadMediaKind.OnePixel, 50, 2, 2, RecordStatus.Ok },
        { BadMediaKind.TenBit, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.HdrPq, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.HdrHlg, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.NonAsciiName, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.BracketName, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.DashName, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.AnamorphicWide, 50, 426, 240, RecordStatus.Ok },
        { BadMediaKind.AnamorphicNtsc, 50, 640, 480, RecordStatus.Ok },
        { BadMediaKind.LongGop, 500, 320, 180, RecordStatus.Ok },
        { BadMediaKind.Interlaced, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.LateStart, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.MpegTs, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.WebM, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.Avi, 50, 320, 180, RecordStatus.Ok },
        { BadMediaKind.Gif, 50, 320, 180, RecordStatus.Ok },
    };

    public static TheoryData<BadMediaKind, RecordStatus> Incomplete => new()
    {
        { BadMediaKind.TruncatedMp4, RecordStatus.Truncated },
        { BadMediaKind.TruncatedMkv, RecordStatus.Truncated },
        { BadMediaKind.DamagedPackets, RecordStatus.Damaged },
    };

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Refused))]
    public void Decode_UnusableInput_HasItsNamedError(BadMediaKind kind, VideoErrorId id)
    {
        var path = BadMedia.Create(kind);

        var e = Assert.Throws<VideoToolsException>(() => Decode(path));

        Assert.Equal(id, e.Error.Id);
        Assert.Equal(path, e.Error.FullName);
        Assert.NotEmpty(e.Error.RecommendedAction);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Decoded))]
    public void Decode_OddInput_EveryFrameAtItsSize(BadMediaKind kind, int frames, int width, int height, RecordStatus status)
    {
        var (sink, summary) = Decode(BadMedia.Create(kind), p => p with { AnalysisLongSide = 10000 });

        Assert.Equal(frames, sink.Frames.Count);
        Assert.Equal((width, height), sink.Size);
        Assert.Equal((status, 0L), (summary.Status, summary.DecodeErrorCount));
        Assert.InRange(sink.Frames[0].Pts * sink.TimeBase.ToDouble(), 0, 0.15);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Incomplete))]
    public void Decode_BrokenInput_DeliversWhatIsThereAndSaysSo(BadMediaKind kind, RecordStatus status)
    {
        var (sink, summary) = Decode(BadMedia.Create(kind));

        Assert.Equal(status, summary.Status);
        Assert.InRange(sink.Frames.Count, 100, BadMedia.LongFrameCount);
        Assert.True(status != RecordStatus.Damaged || summary.DecodeErrorCount > 0); // The cut packet may count as an error too.
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_UnreadableInput_FileUnreadable()
    {
        var path = BadMedia.Create(BadMediaKind.Unreadable);
        if (!BadMedia.IsUnreadableEnforced)
        {
            // Permissions don't bind this user: the same path then has to decode.
            Assert.Equal(BadMedia.FrameCount, Decode(path).Sink.Frames.Count);
            return;
        }

        var e = Assert.Throws<VideoToolsException>(() => Decode(path));

        Assert.Equal(VideoErrorId.FileUnreadable, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_VariableFrameRate_IsSeen()
    {
        var path = BadMedia.Create(BadMediaKind.VariableFrameRate);

        Assert.True(Probe(path).Info.IsVariableFrameRate);
        Assert.Equal(TestClip.FrameTimes(path), Decode(path).Sink.Frames.Select(f => f.Pts));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_Interlaced_IsNoVariableFrameRate() =>
        Assert.False(Probe(BadMedia.Create(BadMediaKind.Interlaced)).Info.IsVariableFrameRate);
}

using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding.Times;

/// <summary>What lies outside of a range, and what only concerns the sound.</summary>
public sealed class DamageAndSoundTests : DecodingTestBase
{
    private static readonly string[] _h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "50", "-sc_threshold", "0"];

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_RangeOfWholeTransportStream_IsNotDamaged()
    {
        var path = TestClip.Make("long.ts", ["-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=30", .. _h264]);

        var (sink, summary) = Decode(path, p => p with { From = TimeSpan.FromSeconds(17), To = TimeSpan.FromSeconds(18) });

        Assert.Equal(RecordStatus.Ok, summary.Status);
        Assert.Equal(Enumerable.Range(425, 25).Select(i => (long)i), sink.Frames.Select(f => f.Index));
        Assert.Equal(18, summary.EndSeconds, 3);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("mp4")]
    [InlineData("ts")]
    [InlineData("mkv")]
    public void Decode_DamageInTheMiddle_ConcernsItsOwnRangeOnly(string container)
    {
        var whole = TestClip.Make($"to-damage.{container}", ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=12,noise=alls=20", .. _h264]);
        var bytes = File.ReadAllBytes(whole);

        // The media data lies in order: what is at half of the file is shown at half of the time.
        for (var i = bytes.Length / 2; i < (bytes.Length / 2) + 12_000; i += 251)
        {
            // Not in the heads of packets, which would only lose them.
            bytes[i] ^= (byte)(i % 188 <= 20 && container == "ts" ? 0 : 0x5A);
        }

        var path = TestClip.Write($"damaged-middle.{container}", bytes);
        RecordStatus Status(double from, double to) =>
            Decode(path, p => p with { From = TimeSpan.FromSeconds(from), To = TimeSpan.FromSeconds(to) }).Summary.Status;

        Assert.Equal(RecordStatus.Ok, Status(0, 3));
        Assert.Equal(RecordStatus.Damaged, Status(4.5, 8));
        Assert.Equal(RecordStatus.Ok, Status(9, 11));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundWithoutDecoder_PictureIsWholeAndItIsSaid()
    {
        var known = TestClip.Make(
            "known-sound.mkv", ["-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", .. _h264, "-c:a", "aac"]);
        var bytes = File.ReadAllBytes(known);
        var at = bytes.AsSpan().IndexOf("A_AAC"u8);
        "A_XXX"u8.CopyTo(bytes.AsSpan(at));
        var path = TestClip.Write("unknown-sound.mkv", bytes);

        var probe = Probe(path);
        var (sink, summary) = Decode(path, p => p with { AudioTracks = [0] });

        Assert.Contains(0, probe.UnknownAudio);
        Assert.Equal(25, sink.Frames.Count);
        Assert.Equal(RecordStatus.Ok, summary.Status);
        Assert.Contains(0, summary.UnknownAudio);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("ts", 1.5)]
    [InlineData("flv", 2.3)]
    public void Decode_JoinedWithSound_SoundStaysWithThePicture(string container, double soundSeconds)
    {
        // A beep half a second behind the start of each part, whose sound is longer or shorter than its picture.
        var part = TestClip.Make(
            $"beep-{soundSeconds}.{container}",
            [
                "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-f", "lavfi", "-i",
                FormattableString.Invariant($"aevalsrc='0.5*sin(6000*t)*gt(t,0.5)*lt(t,0.7)':d={soundSeconds}:s=16000"), .. _h264, "-c:a", "aac", "-ar", "16000",
            ]);
        var bytes = File.ReadAllBytes(part);
        byte[] behind = container == "flv" ? bytes[13..] : bytes;
        var path = TestClip.Write($"beeps-{container}.{container}", [.. bytes, .. behind, .. behind]);

        var (both, summary) = Decode(path, p => p with { AudioTracks = [0] });
        var (alone, _) = Decode(path, p => p with { AnalysisLongSide = 0, AudioTracks = [0] });

        Assert.Equal(RecordStatus.Bridged, summary.Status);
        Assert.Equal(150, both.Frames.Count);
        Assert.InRange(summary.EndSeconds - MediaTime.ToSeconds(both.Frames[0].Pts, both.TimeBase), 5.95, 6.05);
        Assert.Equal(both.Samples, alone.Samples);
        Assert.Equal(both.Blocks[0], alone.Blocks[0]);
        foreach (var second in new[] { 0, 2, 4 })
        {
            Assert.True(Loudness(both, second + 0.58, second + 0.68) > 1000, $"the beep behind {second} s is missing");
            Assert.True(Loudness(both, second + 0.9, second + 1.4) < 200, $"there is a beep too late behind {second} s");
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_GapInTheSound_IsSilentAndInTime()
    {
        var path = TestClip.Make(
            "gap.mkv",
            [
                "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=8", "-f", "lavfi", "-i", "sine=d=2:r=16000",
                "-af", "asetpts='if(gt(T,1),PTS+5/TB,PTS)'", .. _h264, "-c:a", "pcm_s16le",
            ]);

        var (sink, _) = Decode(path, p => p with { AudioTracks = [0] });

        Assert.InRange(sink.Samples.Count, 7 * 16000 - 1600, 7 * 16000 + 1600);
        Assert.True(Loudness(sink, 0.2, 0.8) > 500);
        Assert.Equal(0, Loudness(sink, 2, 5));
        Assert.True(Loudness(sink, 6.3, 6.9) > 500);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("alpha.mov", "png", "rgba")]
    [InlineData("alpha.mkv", "ffv1", "yuva420p")]
    [InlineData("alpha.webm", "libvpx-vp9", "yuva420p")]
    public void Decode_TransparentPicture_IsShownOnBlack(string name, string codec, string format)
    {
        var path = TestClip.Make(
            name, "-f", "lavfi", "-i", "color=white:s=64x48:r=5:d=1", "-vf", "format=rgba,geq=r=255:g=255:b=255:a='255*gt(X,31)',format=" + format,
            "-c:v", codec, "-pix_fmt", format, "-auto-alt-ref", "0");

        var (sink, _) = Decode(path);

        Assert.InRange(sink.Pictures[2][10], 14, 20);
        Assert.InRange(sink.Pictures[2][54], 225, 240);
    }

    private static double Loudness(CollectingSink sink, double from, double to)
    {
        var first = sink.Blocks[0].Pts;
        var range = sink.Samples.Skip((int)((from * 16000) - first)).Take((int)((to - from) * 16000));
        return range.Select(sample => (double)Math.Abs((int)sample)).DefaultIfEmpty(0).Average();
    }
}

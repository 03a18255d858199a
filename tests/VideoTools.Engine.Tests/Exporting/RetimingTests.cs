using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Picture and sound follow one plan.</summary>
public sealed class RetimingTests : ExportTestBase
{
    private const double Frame = 0.04;
    private const int Rate = 48000;

    // A white frame and a beep together every 12 frames; the picture's brightness says where it is, too.
    private static string Beeps => TestClip.Make("export-beeps-48.mkv",
        "-f", "lavfi", "-i", "color=black:s=320x180:r=25:d=20", "-f", "lavfi", "-i", $"aevalsrc=0.05*sin(2*PI*220*t)+0.8*lt(mod(t-0.24\\,0.48)\\,0.04)*gte(t\\,0.24)*sin(2*PI*2000*t):s={Rate}:d=20",
        "-vf", "geq=lum='if(lt(mod(T-0.2399\\,0.48)\\,0.0399)*gte(T\\,0.2399)\\,235\\,16)':cb=128:cr=128,format=yuv420p",
        "-c:v", "ffv1", "-c:a", "pcm_s16le");

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    [InlineData(2.5, 5)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.5)]
    public void PictureAndSound_HaveTheLengthOfThePlan_AndBeepWhereTheyFlash(double speed, double segment)
    {
        // Every second stretch is sped up.
        VideoActivity[] speeds =
        [
            .. Enumerable.Range(0, (int)(20 / segment)).Where(i => i % 2 == 1)
                .Select(i => Stretch(Beeps, i * segment, (i + 1) * segment, speed)),
        ];
        var plan = TimeMap.Of(speeds.Select(s => new SpeedStretch(s.StartSeconds, s.EndSeconds, s.Speed)), 20);

        var video = ExportOne(Lossless, new VideoInput(Beeps) { Shots = [Shot(Beeps, 0, 0, 320, 180)], Speeds = speeds, Destination = At("a.mp4") });

        var frames = Times(video.FullName);
        Assert.InRange(frames[^1] + Frame, plan.OutputSeconds - Frame, plan.OutputSeconds + Frame);
        var sound = Sound(video.FullName);
        Assert.InRange((double)sound.Length / Rate, plan.OutputSeconds - Frame, plan.OutputSeconds + Frame);

        // 42 flashes and beeps at 0.24 + 0.48 k; those that a sped up picture skips are not seen, all are heard.
        var luma = Luma(video.FullName, 320, 180);
        var flashes = frames.Where((_, i) => luma[i][0] > 120 && (i == 0 || luma[i - 1][0] <= 120)).ToList();
        var beeps = Beginnings(sound);
        var expected = Enumerable.Range(0, 42).Select(k => plan.ToOutput(0.24 + (k * 0.48))).ToList();
        Assert.All(beeps, beep => Assert.InRange(expected.Min(time => Math.Abs(time - beep)), 0, 0.02));
        Assert.All(expected, time => Assert.InRange(beeps.Min(beep => Math.Abs(time - beep)), 0, 0.02));
        Assert.All(flashes, flash => Assert.InRange(expected.Min(time => Math.Abs(time - flash)), 0, 0.02));
        Assert.True(flashes.Count >= 18);
    }

    [Fact]
    public void NoSound_PictureHasTheLengthOfThePlan()
    {
        var silent = TestClip.Make("export-silent.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=10", "-c:v", "libx264", "-preset", "ultrafast");
        VideoActivity[] speeds = [Stretch(silent, 2, 4, 4), Stretch(silent, 4, 9, 3)];

        var video = ExportOne(Lossless, new VideoInput(silent) { Shots = [Shot(silent, 0, 0, 320, 180)], Speeds = speeds, Destination = At("a.mp4") });

        var expected = 2 + 0.5 + (5 / 3.0) + 1;
        Assert.InRange(video.Duration.TotalSeconds, expected - (1 / 30.0), expected + (1 / 30.0));
        Assert.InRange(Times(video.FullName).Zip(Times(video.FullName).Skip(1), (a, b) => b - a).Min(), 0.01, 1);
    }

    [Fact]
    public void VariableFrameRate_KeepsItsTimesAndTheLengthOfThePlan()
    {
        // Frames at 25 a second, from the second second on only every third.
        var clip = TestClip.Make("export-vfr.mkv", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=6", "-f", "lavfi", "-i", $"sine=440:d=6:r={Rate}",
            "-vf", "select='lt(t,2)+not(mod(n,3))'", "-fps_mode", "vfr", "-c:v", "ffv1", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le");
        var source = Times(clip);

        var same = ExportOne(Lossless, clip, "a.mp4", Shot(clip, 0, 0, 320, 180));
        Assert.Equal(source, Times(same.FullName));

        VideoActivity[] speeds = [Stretch(clip, 1, 3, 2), Stretch(clip, 4, 5, 4)];
        var fast = ExportOne(Lossless, new VideoInput(clip) { Shots = [Shot(clip, 0, 0, 320, 180)], Speeds = speeds, Destination = At("b.mp4") });
        var plan = TimeMap.Of(speeds.Select(s => new SpeedStretch(s.StartSeconds, s.EndSeconds, s.Speed)), 6);
        var times = Times(fast.FullName);
        Assert.All(times, time => Assert.InRange(source.Min(t => Math.Abs(plan.ToOutput(t) - time)), 0, 0.0011));
        Assert.InRange((double)Sound(fast.FullName).Length / Rate, plan.OutputSeconds - Frame, plan.OutputSeconds + Frame);
    }

    [Fact]
    public void SeamsOfATone_DoNotClick()
    {
        var tone = TestClip.Make("export-tone.mkv", "-f", "lavfi", "-i", "color=gray:s=64x64:r=25:d=6", "-f", "lavfi", "-i", $"sine=440:d=6:r={Rate}",
            "-c:v", "ffv1", "-c:a", "pcm_s16le");
        VideoActivity[] speeds = [Stretch(tone, 1.01, 2.03, 2), Stretch(tone, 3.3, 5, 3)];

        var video = ExportOne(
            Lossless, new VideoInput(tone) { Shots = [Shot(tone, 0, 0, 64, 64)], Speeds = speeds, Destination = At("a.mp4") });

        // A click is a step; a tone of 440 Hz at this level has none above 6 % of its amplitude.
        var sound = Sound(video.FullName);
        var most = sound.Max(sample => Math.Abs((int)sample));
        Assert.True(most > 2000);
        Assert.InRange(Enumerable.Range(1, sound.Length - 1).Max(i => Math.Abs(sound[i] - sound[i - 1])), 0, most * 0.12);
    }

    [Fact]
    public void Chapters_AreLeftOutWithAWarning_WhereTimesChange()
    {
        File.WriteAllText(At("c.txt"), ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n");
        VideoTools.TestMedia.Ffmpeg.Run("-i", Still, "-i", At("c.txt"), "-map", "0", "-map_chapters", "1", "-c", "copy", At("chapters.mkv"));
        var input = new VideoInput(At("chapters.mkv")) { Shots = [Shot(At("chapters.mkv"), 0, 0, 640, 360)] };

        var same = Export(Lossless, input with { Destination = At("same.mkv") });
        var fast = Export(Lossless, input with { Destination = At("fast.mkv"), Speeds = [Stretch(input.FullName, 0, 1, 2)] });

        Assert.EndsWith(",One", VideoTools.TestMedia.Ffmpeg.Probe("-show_chapters", "-of", "csv=p=0", At("same.mkv")), StringComparison.Ordinal);
        Assert.Empty(same.Warnings);
        Assert.Contains("chapters are left out", Assert.Single(fast.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void ImpossibleSpeed_IsAnError()
    {
        var (_, errors, _) = Export(Lossless, new VideoInput(Still)
        {
            Shots = [Shot(Still, 0, 0, 64, 64)], Speeds = [Stretch(Still, 0, 1, 0)], Destination = At("a.mp4"),
        });

        Assert.Contains("0 times its speed", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static VideoActivity Stretch(string file, double start, double end, double speed) => new()
    {
        FullName = file, Index = 1, StartSeconds = start, EndSeconds = end, Start = TimeSpan.FromSeconds(start),
        End = TimeSpan.FromSeconds(end), DurationSeconds = end - start, Speed = speed, IsDull = true,
    };

    private static double[] Times(string path) =>
        [.. Probe(path, "packet=pts_time").Split('\n').Select(line => Number(line.Trim())).Order()];

    private static short[] Sound(string path)
    {
        var bytes = VideoTools.TestMedia.Ffmpeg.Capture("-i", path, "-map", "0:a", "-ac", "1", "-ar", $"{Rate}", "-f", "s16le", "-");
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();
    }

    // Where something louder than the tone begins.
    private static List<double> Beginnings(short[] sound)
    {
        List<double> found = [];
        var last = -Rate;
        for (var i = 0; i < sound.Length; i++)
        {
            if (Math.Abs((int)sound[i]) > 8000)
            {
                if (i - last > Rate / 25)
                {
                    found.Add((double)i / Rate);
                }

                last = i;
            }
        }

        return found;
    }
}

using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>The table of bad input, against every request: what fails fails with one clear error, what can be read is read.</summary>
public class BadInputTests
{
    // Chooses nothing from a picture without an inner pixel, which is no error.
    private static readonly VideoRequest Choice = new AnalysisRequest(new FrameOptions());

    private static readonly VideoRequest[] Analyses =
    [
        new AnalysisRequest(new SceneOptions()),
        new AnalysisRequest(new CropOptions { Aspect = new AspectRatio(1, 1), Grid = 3 }),
        new AnalysisRequest(new CropPathOptions()),
        new AnalysisRequest(new ActivityOptions()),
        new AnalysisRequest(new SignatureOptions()),
        Choice,
        new AnalysisRequest(new TemplateOptions()),
    ];

    // Sound alone has a transcript; everything else fails as it does for pictures.
    private static readonly VideoRequest[] OfModels =
    [
        new AnalysisRequest(new TextOptions()), new AnalysisRequest(new SpeechOptions()), new AnalysisRequest(new FaceOptions()),
        new AnalysisRequest(new DriverOptions { SkipHands = true }),
    ];

    // Nobody is there to answer: what is said of the file is said all the same.
    private static readonly QueryRequest Question =
        new(new QueryOptions { Endpoint = "http://127.0.0.1:9", Model = "none", Prompt = "?", RetryCount = 0 });

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Missing, VideoErrorId.FileNotFound)]
    [InlineData(BadMediaKind.Directory, VideoErrorId.NotAFile)]
    [InlineData(BadMediaKind.Empty, VideoErrorId.FileEmpty)]
    [InlineData(BadMediaKind.Text, VideoErrorId.InvalidVideo)]
    [InlineData(BadMediaKind.RandomBytes, VideoErrorId.InvalidVideo)]
    [InlineData(BadMediaKind.TruncatedMp4NoIndex, VideoErrorId.InvalidVideo)]
    [InlineData(BadMediaKind.AudioOnly, VideoErrorId.NoVideoStream)]
    [InlineData(BadMediaKind.AudioWithCover, VideoErrorId.NoVideoStream)]
    [InlineData(BadMediaKind.Playlist, VideoErrorId.InvalidVideo)]
    public void Any_UnusableFile_GivesExactlyOneErrorThatNamesFileCauseAndWayOut(BadMediaKind kind, VideoErrorId expected)
    {
        var path = BadMedia.Create(kind);
        foreach (var request in Analyses.Append(new InfoRequest()).Append(Question))
        {
            var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, path)));
            Assert.Equal(expected, failure.Error.Id);
            Assert.Equal(path, failure.Error.FullName);
            Assert.Contains(path, failure.Error.Message, StringComparison.Ordinal);
            Assert.NotEmpty(failure.Error.RecommendedAction);
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Missing, VideoErrorId.FileNotFound)]
    [InlineData(BadMediaKind.Directory, VideoErrorId.NotAFile)]
    [InlineData(BadMediaKind.Empty, VideoErrorId.FileEmpty)]
    [InlineData(BadMediaKind.Text, VideoErrorId.InvalidVideo)]
    [InlineData(BadMediaKind.TruncatedMp4NoIndex, VideoErrorId.InvalidVideo)]
    [InlineData(BadMediaKind.Playlist, VideoErrorId.InvalidVideo)]
    public void TextAndTranscript_UnusableFile_GiveOneError(BadMediaKind kind, VideoErrorId expected)
    {
        foreach (var request in OfModels)
        {
            var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, BadMedia.Create(kind))));
            Assert.Equal(expected, failure.Error.Id);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Analyses_HeaderWithoutFrames_GiveOneError()
    {
        foreach (var request in Analyses)
        {
            var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, BadMedia.Create(BadMediaKind.HeaderOnly))));
            Assert.Contains(failure.Error.Id, new[] { VideoErrorId.NoFrames, VideoErrorId.InvalidVideo, VideoErrorId.NoVideoStream });
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.VideoWithCover, 320, 180, 50)]
    [InlineData(BadMediaKind.NoAudio, 320, 180, 50)]
    [InlineData(BadMediaKind.OneFrame, 320, 180, 1)]
    [InlineData(BadMediaKind.OddSize, 321, 181, 50)]
    [InlineData(BadMediaKind.Rotated90, 180, 320, 50)]
    [InlineData(BadMediaKind.Rotated180, 320, 180, 50)]
    [InlineData(BadMediaKind.Rotated270, 180, 320, 50)]
    [InlineData(BadMediaKind.TenBit, 320, 180, 50)]
    [InlineData(BadMediaKind.HdrPq, 320, 180, 50)]
    [InlineData(BadMediaKind.HdrHlg, 320, 180, 50)]
    [InlineData(BadMediaKind.NonAsciiName, 320, 180, 50)]
    [InlineData(BadMediaKind.BracketName, 320, 180, 50)]
    [InlineData(BadMediaKind.DashName, 320, 180, 50)]
    [InlineData(BadMediaKind.AnamorphicWide, 427, 240, 50)]
    [InlineData(BadMediaKind.LongGop, 320, 180, 500)]
    [InlineData(BadMediaKind.LateStart, 320, 180, 50)]
    [InlineData(BadMediaKind.MpegTs, 320, 180, 50)]
    [InlineData(BadMediaKind.WebM, 320, 180, 50)]
    [InlineData(BadMediaKind.Avi, 320, 180, 50)]
    public void Template_UnusualButWholeFile_CoversEveryFrameAtTheDisplayedSize(BadMediaKind kind, int width, int height, int frames)
    {
        var template = Assert.Single(Sessions.Records<VideoTemplate>(new AnalysisRequest(new TemplateOptions()), BadMedia.Create(kind)));
        Assert.Equal((width, height, frames), (template.Width, template.Height, (int)template.FrameCount));
        Assert.Equal(RecordStatus.Ok, template.Status);
        Assert.InRange(template.SceneCount!.Value, 1, frames);
        Assert.InRange(template.BrightnessMean!.Value, 1, 254);
        // Opus in WebM starts before the picture, by its pre-skip: the picture is not at 0 then.
        Assert.InRange(template.SceneStarts[0], 0, 0.05);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Tiny)]
    [InlineData(BadMediaKind.OnePixel)]
    [InlineData(BadMediaKind.Gif)]
    [InlineData(BadMediaKind.StillPicture)]
    [InlineData(BadMediaKind.Interlaced)]
    [InlineData(BadMediaKind.AnamorphicNtsc)]
    [InlineData(BadMediaKind.VariableFrameRate)]
    public void Analyses_OddButReadableFile_GiveRecordsOrOneClearError(BadMediaKind kind)
    {
        VideoRequest every = new AnalysisRequest(new FrameOptions { Mode = FrameMode.All });
        foreach (var request in Analyses.Except([Choice]).Append(every).Append(Question))
        {
            var events = Sessions.Run(request, BadMedia.Create(kind));
            Assert.NotEmpty(events);
            Assert.True(events.OfType<FailureEvent>().Count() <= 1);
            Assert.DoesNotContain(events, e => e is FailureEvent { Error.Id: VideoErrorId.InternalError });
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.TruncatedMp4, RecordStatus.Truncated)]
    [InlineData(BadMediaKind.TruncatedMkv, RecordStatus.Truncated)]
    [InlineData(BadMediaKind.DamagedPackets, RecordStatus.Damaged)]
    public void Analyses_IncompleteFile_GiveWhatIsThereWithStatusAndOneWarning(BadMediaKind kind, RecordStatus expected)
    {
        var path = BadMedia.Create(kind);
        foreach (var request in Analyses)
        {
            var events = Sessions.Run(request, path);
            Assert.Empty(events.OfType<FailureEvent>());
            Assert.Single(events.OfType<WarningEvent>());
            Assert.NotEmpty(events.OfType<RecordEvent>());
            Assert.Equal(expected, events.OfType<RecordEvent>().Last().Record switch
            {
                VideoScene scene => scene.Status,
                CropPosition position => position.Status,
                CropShot shot => shot.Status,
                VideoActivity activity => activity.Status,
                SelectedFrame frame => frame.Status,
                VideoSignature signature => signature.Status,
                VideoTemplate template => template.Status,
                var other => throw new InvalidOperationException(other.GetType().Name),
            });
        }

        var whole = Assert.Single(Sessions.Run(new AnalysisRequest(new TemplateOptions()), path).OfType<RecordEvent>());
        Assert.InRange(((VideoTemplate)whole.Record).FrameCount, 20, BadMedia.LongFrameCount);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Tiny)]
    [InlineData(BadMediaKind.OnePixel)]
    [InlineData(BadMediaKind.Gif)]
    [InlineData(BadMediaKind.StillPicture)]
    [InlineData(BadMediaKind.OneFrame)]
    [InlineData(BadMediaKind.Rotated90)]
    [InlineData(BadMediaKind.VariableFrameRate)]
    [InlineData(BadMediaKind.TruncatedMkv)]
    [InlineData(BadMediaKind.DamagedPackets)]
    [InlineData(BadMediaKind.HeaderOnly)]
    public void Faces_OddFileWithoutAny_GiveNothingOrOneClearError(BadMediaKind kind)
    {
        var events = Sessions.Run(new AnalysisRequest(new FaceOptions()), BadMedia.Create(kind));

        Assert.Empty(events.OfType<RecordEvent>());
        Assert.True(events.OfType<FailureEvent>().Count() <= 1);
        Assert.DoesNotContain(events, e => e is FailureEvent { Error.Id: VideoErrorId.InternalError });
        Assert.True(kind != BadMediaKind.StillPicture || events.Count == 0, "a picture is looked at like a video of one frame");
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Tiny)]
    [InlineData(BadMediaKind.OnePixel)]
    [InlineData(BadMediaKind.Gif)]
    [InlineData(BadMediaKind.StillPicture)]
    [InlineData(BadMediaKind.OneFrame)]
    [InlineData(BadMediaKind.Rotated90)]
    [InlineData(BadMediaKind.VariableFrameRate)]
    [InlineData(BadMediaKind.TruncatedMkv)]
    [InlineData(BadMediaKind.DamagedPackets)]
    [InlineData(BadMediaKind.HeaderOnly)]
    public void Driver_OddFileWithoutAny_IsNeverAwakeOrLowOrGivesOneClearError(BadMediaKind kind)
    {
        var events = Sessions.Run(new AnalysisRequest(new DriverOptions { SkipHands = true }), BadMedia.Create(kind));

        Assert.NotEmpty(events);
        Assert.All(events.OfType<RecordEvent>().Select(e => (VideoState)e.Record), state => Assert.Equal(AlertLevel.Unknown, state.Level));
        Assert.True(events.OfType<FailureEvent>().Count() <= 1);
        Assert.DoesNotContain(events, e => e is FailureEvent { Error.Id: VideoErrorId.InternalError });
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Faces_BrokenPicture_IsOneError()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools-faces-").FullName, "broken.jpg");
        File.WriteAllBytes(path, [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]]);

        var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(new AnalysisRequest(new FaceOptions()), path)));

        Assert.Contains(failure.Error.Id, new[] { VideoErrorId.InvalidVideo, VideoErrorId.NoVideoStream, VideoErrorId.NoFrames });
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Session_BrokenFilesBetweenGoodOnes_GivesEveryFileItsPlace()
    {
        var good = BadMedia.Create(BadMediaKind.NoAudio);
        BadMediaKind[] broken = [BadMediaKind.Missing, BadMediaKind.Empty, BadMediaKind.Text, BadMediaKind.AudioOnly];
        var files = broken.SelectMany(k => new[] { good, BadMedia.Create(k) }).Append(good).ToArray();
        var events = Sessions.Run(new AnalysisRequest(new TemplateOptions()), files);
        Assert.Equal(files, events.Select(e => e.FullName));
        Assert.Equal(files.Select(f => f == good), events.Select(e => e is RecordEvent));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(2.0, 1.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(500.0, null)]
    public void Scenes_RangeOutsideTheVideo_IsOneError(double from, double? to)
    {
        var input = new VideoInput(BadMedia.Create(BadMediaKind.NoAudio), TimeSpan.FromSeconds(from), to is null ? null : TimeSpan.FromSeconds(to.Value));
        var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(new AnalysisRequest(new SceneOptions()), input)));
        Assert.Equal(VideoErrorId.RangeOutsideVideo, failure.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Crop_SceneThatIsNotThere_IsOneError()
    {
        var failure = Assert.IsType<FailureEvent>(Assert.Single(
            Sessions.Run(new AnalysisRequest(new CropOptions()), new VideoInput(BadMedia.Create(BadMediaKind.NoAudio), SceneIndex: 99))));
        Assert.Equal(VideoErrorId.RangeOutsideVideo, failure.Error.Id);
        Assert.Contains("99", failure.Error.Message, StringComparison.Ordinal);
    }
}

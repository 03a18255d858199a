using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>The decoder is not idle while an encoder works.</summary>
public sealed class ExportOverlapTests : ExportTestBase
{
    [Fact]
    public void NextFile_IsAnalysedWhileTheFirstIsEncoded()
    {
        foreach (var name in new[] { "first.mkv", "second.mkv" })
        {
            File.Copy(Still, At(name));
        }

        // The encoder of the first file starts its work only when the second one is being decoded: without overlap nobody comes, and after
        // a while it goes on alone.
        var real = FfmpegLocator.Locate();
        using var tools = new LoggingTools(
            $"""
            case "$*" in
              *progress*second*) ;;
              *progress*)
                for i in $(seq 300); do if [ -e '{At("decoding")}' ]; then touch '{At("overlapped")}'; break; fi; sleep 0.1; done ;;
              *second.mkv*) touch '{At("decoding")}' ;;
            esac
            exec '{real.Ffmpeg}' "$@"

            """,
            $"exec '{real.Ffprobe}' \"$@\"");

        var (records, errors, _) = Export(
            Lossless with { Destination = Folder },
            new EngineOptions { FfmpegDirectory = tools.Folder, Cache = CacheMode.Off, ThrottleLimit = 2 },
            new VideoInput(At("first.mkv")),
            new VideoInput(At("second.mkv")));

        Assert.Empty(errors);
        Assert.Equal(2, records.Count);
        Assert.True(File.Exists(At("overlapped")), "The second file was not looked at before the first was written.");
    }
}

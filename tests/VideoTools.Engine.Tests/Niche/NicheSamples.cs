using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Niche;

/// <summary>Made-up rows of measures.</summary>
internal static class NicheSamples
{
    public static VideoNiche Video(string id, string path = "tech > coding > web_dev", double? cuts = 10) => NichePaths.WithPath(
        new VideoNiche { VideoId = id, FullName = "/videos/" + id + ".mp4", FileName = id + ".mp4", DurationSeconds = 30, CutsPerMinute = cuts },
        path);

    /// <summary>Videos of two kinds that are far apart: fast with much text, slow with much speech.</summary>
    public static List<VideoNiche> TwoKinds(int countOfEach)
    {
        var random = new DeterministicRandom(1);
        var videos = new List<VideoNiche>();
        for (var i = 0; i < countOfEach; i++)
        {
            videos.Add(Video("fast" + i, "marketing", 40 + random.NextDouble()) with
            {
                MeanSceneSeconds = 1.5 + (random.NextDouble() / 10), TextCount = 30, TextCoveragePercent = 80 + random.NextDouble(),
                WordCount = 10, WordsPerMinute = 100 + random.NextDouble(), HasSpeech = true,
            });
            videos.Add(Video("slow" + i, "education", 5 + random.NextDouble()) with
            {
                MeanSceneSeconds = 12 + (random.NextDouble() / 10), TextCount = 3, TextCoveragePercent = 10 + random.NextDouble(),
                WordCount = 90, WordsPerMinute = 180 + random.NextDouble(), HasSpeech = true,
            });
        }

        return videos;
    }
}

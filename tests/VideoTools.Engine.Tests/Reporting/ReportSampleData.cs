using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Reporting;

/// <summary>Data of reports: real clips of the films where they are there, made-up measures otherwise.</summary>
internal static class ReportSampleData
{
    public const string Hostile = "</script><img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>{{data}}<!--";

    private static readonly string[] Niches =
    [
        "entertainment > animation > cartoon_shorts", "entertainment > animation > story_trailers",
        "education > film_making > editing_breakdowns", "lifestyle > nature > wildlife_clips",
    ];

    private static readonly string[] Lines =
        ["We have never been here before.", "Look at how the light changes.", "Wait for it.", "This is the part that everybody asks about.", "And that is all it takes."];

    /// <summary>Fourteen clips cut from the two films, half of them upright.</summary>
    public static IReadOnlyList<string> Clips()
    {
        var clips = new List<string>();
        foreach (var (film, name, starts) in new[]
                 {
                     (RealClips.BigBuckBunny!, "bunny", new[] { 0, 5, 10, 14, 18, 21 }), (RealClips.SintelTrailer!, "sintel", new[] { 0, 6, 12, 18, 24, 30, 36, 40 }),
                 })
        {
            for (var i = 0; i < starts.Length; i++)
            {
                var (start, length, isUpright) = (starts[i], 7 + (i % 3 * 2), i % 3 == 1);
                var filter = isUpright ? "crop=ih*9/16:ih,scale=270:480" : "scale=640:-2";
                var arguments = FormattableString.Invariant($"{name} {start} {length} {filter}");
                clips.Add(MediaCache.GetOrCreate("report-clips", FormattableString.Invariant($"{name}_{i + 1:00}.mp4"), arguments, path => Ffmpeg.Run(
                    "-ss", FormattableString.Invariant($"{start}"), "-t", FormattableString.Invariant($"{length}"), "-i", film,
                    "-vf", filter, "-an", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path)));
            }
        }

        return clips;
    }

    /// <summary>Measures that only models know, made up from a number, always the same.</summary>
    public static VideoTemplate WithTextAndSpeech(VideoTemplate template, int number)
    {
        var random = new Random(number);
        var duration = template.DurationSeconds;
        var zone = (TextZone)(number % 3);
        var texts = Enumerable.Range(0, 1 + (number % 4))
            .Select(i => new TemplateText(
                i * duration / 5, (i * duration / 5) + (duration / 9), $"Caption {i + 1}", 0.9, template.Width / 2, template.Height / 2, zone)).ToArray();
        var said = number % 4 == 3
            ? []
            : Lines.Take(2 + (number % 3)).Select((line, i) => new TemplateSpeech(0.4 + (i * duration / 6), 0.4 + (i * duration / 6) + Math.Min(2.2, duration / 7), line)).ToArray();
        var words = said.Sum(s => s.Text.Split(' ').Length);
        var speaking = said.Sum(s => s.EndSeconds - s.StartSeconds);
        return template with
        {
            TextCount = texts.Length,
            TextCoveragePercent = texts.Sum(t => t.EndSeconds - t.StartSeconds) / duration * 100,
            TextZone = zone.ToString().ToLowerInvariant(),
            TextDetections = new(texts),
            TextHeat = new(Enumerable.Range(0, 36).Select(i => i / 6 == ((int)zone * 2) + 1 - ((int)zone / 2) && i % 6 is > 0 and < 5 ? 0.3 + (random.NextDouble() * 0.3) : random.NextDouble() * 0.05)),
            FirstTextSeconds = texts[0].StartSeconds,
            HasSpeech = said.Length > 0,
            SpeechLanguage = said.Length > 0 ? "en" : null,
            SpeechSegments = new(said),
            Transcript = string.Join(' ', said.Select(s => s.Text)),
            WordCount = words,
            SpeakingSeconds = speaking,
            WordsPerMinute = speaking > 0 ? words / speaking * 60 : 0,
            FirstSpeechSeconds = said.Length > 0 ? 0.4 : null,
            HookCutCount = template.SceneStarts.Count(s => s is > 0 and < 3),
            HookTextCount = texts.Count(t => t.StartSeconds < 3),
            HookWordCount = words / 3.0,
        };
    }

    /// <summary>A niche for a template, by its number.</summary>
    public static VideoNiche Niche(VideoTemplate template, int number)
    {
        var keys = Niches[number % Niches.Length].Split(" > ");
        return new VideoNiche
        {
            FullName = template.FullName,
            VideoId = template.VideoId,
            FileName = template.FileName,
            Category = keys[0],
            Subcategory = keys[1],
            MicroNiche = keys[2],
            FullPath = Niches[number % Niches.Length],
            Confidence = 0.5 + (number % 5 * 0.09),
            MatchedKeyword = new([keys[2]]),
        };
    }

    /// <summary>A template that no decoder made.</summary>
    public static VideoTemplate Made(int number)
    {
        var random = new Random(number);
        var duration = 10 + (random.NextDouble() * 80);
        var starts = Enumerable.Range(0, 3 + random.Next(40)).Select(i => i == 0 ? 0 : random.NextDouble() * duration).Order().ToArray();
        return WithTextAndSpeech(
            new VideoTemplate
            {
                FullName = FormattableString.Invariant($"/videos/clip_{number:0000}.mp4"),
                VideoId = FormattableString.Invariant($"clip_{number:0000}"),
                FileName = FormattableString.Invariant($"clip_{number:0000}.mp4"),
                Duration = TimeSpan.FromSeconds(duration),
                DurationSeconds = duration,
                Width = 1080,
                Height = 1920,
                SceneCount = starts.Length,
                SceneStarts = new(starts),
                MeanSceneSeconds = duration / starts.Length,
                MedianSceneSeconds = duration / starts.Length,
                CutsPerMinute = (starts.Length - 1) / duration * 60,
                MeanColor = "#405060",
                DominantColor = "#203040",
            },
            number);
    }

    /// <summary>A report of so many made-up videos.</summary>
    public static ReportData Of(int count)
    {
        var templates = Enumerable.Range(0, count).Select(Made).ToArray();
        return new ReportData { Templates = templates, Niches = [.. templates.Select(Niche)] };
    }

    /// <summary>Two clusters of the videos.</summary>
    public static IReadOnlyList<NicheCluster> Clusters(IReadOnlyList<VideoTemplate> templates)
    {
        var fast = templates.OrderByDescending(t => t.CutsPerMinute).Take(templates.Count / 2).ToList();
        return [Cluster(1, fast, "fast cuts, little text", +1), Cluster(2, [.. templates.Except(fast)], "long scenes, much text", -1)];
    }

    private static NicheCluster Cluster(int number, List<VideoTemplate> members, string label, int sign) => new()
    {
        Number = number,
        ClusterCount = 2,
        Size = members.Count,
        Label = label,
        Silhouette = 0.41,
        Stability = 0.86,
        TopNiche = new([$"entertainment ({members.Count / 2})", "education (2)"]),
        Distinction = new([FormattableString.Invariant($"CutsPerMinute{sign * 1.4:+0.0;-0.0}"), FormattableString.Invariant($"TextCoveragePercent{sign * -0.9:+0.0;-0.0}"), FormattableString.Invariant($"MeanSceneSeconds{sign * -0.8:+0.0;-0.0}")]),
        Typical = members[0].VideoId,
        VideoId = new(members.Select(m => m.VideoId)),
    };
}

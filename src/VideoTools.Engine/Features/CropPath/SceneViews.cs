// Puts scenes, samples and bars together.
// Bars: a scene has the bars that its own frames show. A scene too dark to show any has those of the nearest scene that does, if nothing
// of it contradicts them. So a dark scene of a letterboxed film is cut like the others, and a dark film is not cut at all.
using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Makes the views of a video's scenes.</summary>
internal static class SceneViews
{
    /// <summary>The scenes with their samples, maps and bars.</summary>
    /// <param name="scenes">The scenes in order.</param>
    /// <param name="notes">What the frames showed, at least one note.</param>
    /// <param name="includeBars">True treats bars as picture; they are still told.</param>
    public static IReadOnlyList<SceneView> Create(IReadOnlyList<VideoScene> scenes, IReadOnlyList<SaliencyNote> notes, bool includeBars)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        ArgumentNullException.ThrowIfNull(notes);
        var samples = notes.SelectMany(note => note.Samples()).ToArray();
        var views = new List<SceneView>(scenes.Count);
        var at = 0;
        foreach (var scene in scenes)
        {
            while (at < samples.Length && samples[at].Seconds < scene.StartSeconds - 1e-6)
            {
                at++;
            }

            var from = at;
            while (at < samples.Length && samples[at].Seconds < scene.EndSeconds - 1e-6)
            {
                at++;
            }

            var (map, columns) = Map(notes, scene);
            views.Add(new SceneView
            {
                Index = scene.Index,
                Start = scene.Start,
                End = scene.End,
                StartSeconds = scene.StartSeconds,
                EndSeconds = scene.EndSeconds,
                Samples = samples[from..at],
                Map = map,
                MapColumns = columns,
                Status = scene.Status,
            });
        }

        return WithBars(views, notes[0], includeBars);
    }

    private static List<SceneView> WithBars(List<SceneView> views, SaliencyNote size, bool includeBars)
    {
        var evidence = views.ConvertAll(view =>
        {
            var bars = new BarEvidence();
            foreach (var sample in view.Samples)
            {
                bars.Add(sample.Bars);
            }

            return bars;
        });
        var own = evidence.ConvertAll(bars => bars.Widest());
        var found = own.Select((bars, i) => bars.AreNone ? Nearest(own, i, evidence[i]) : bars);
        return [.. views.Zip(found, (view, bars) =>
        {
            var displayed = bars.Scale(size.Width, size.Height, size.VideoWidth, size.VideoHeight);
            return view with
            {
                Bars = displayed,
                Area = PictureArea.Inside(includeBars ? default : displayed, size.VideoWidth, size.VideoHeight),
            };
        })];
    }

    private static PictureBars Nearest(List<PictureBars> own, int scene, BarEvidence evidence) => Enumerable.Range(0, own.Count)
        .Where(i => !own[i].AreNone && evidence.Allows(own[i]))
        .OrderBy(i => Math.Abs(i - scene))
        .Select(i => own[i])
        .FirstOrDefault();

    private static (double[] Map, int Columns) Map(IReadOnlyList<SaliencyNote> notes, VideoScene scene)
    {
        var map = new double[notes[0].Map.Length];
        for (var i = 0; i < notes.Count; i++)
        {
            // A note reaches to the next one; it counts by the time that lies in the scene.
            var end = i + 1 < notes.Count ? notes[i + 1].Seconds : Math.Max(notes[i].EndSeconds, notes[i].Seconds);
            var share = Math.Min(end, scene.EndSeconds) - Math.Max(notes[i].Seconds, scene.StartSeconds);
            if (share <= 0)
            {
                continue;
            }

            var values = notes[i].Map.Span;
            for (var cell = 0; cell < map.Length; cell++)
            {
                map[cell] += share * values[cell];
            }
        }

        return (map, notes[0].MapColumns);
    }
}

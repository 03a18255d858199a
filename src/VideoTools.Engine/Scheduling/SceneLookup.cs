using System.Collections.Concurrent;
using VideoTools.Engine.Features;

namespace VideoTools.Engine.Scheduling;

/// <summary>
/// Turns the number of a scene into its range. Scenes come from the cache where they are kept there, and what was found once is known for
/// the rest of the session: the first number decodes up to that scene, the next unknown one to the end, all others nothing.
/// </summary>
/// <param name="registry">The features.</param>
/// <param name="run">Runs features over an input until its last argument says that a record is the last one wanted.</param>
internal sealed class SceneLookup(
    FeatureRegistry registry,
    Func<IReadOnlyList<FeatureWork>, VideoInput, JobHost, Func<object, bool>?, Dictionary<FeatureOptions, FeatureResult>> run)
{
    // Lists of scenes are small; a session that names scenes of thousands of files still need not hold them all.
    private const int MostFiles = 256;

    private readonly ConcurrentDictionary<VideoInput, Known> _known = [];

    /// <summary>The input, limited to the scene it names.</summary>
    /// <exception cref="VideoToolsException">RangeOutsideVideo: there is no such scene.</exception>
    public VideoInput Limit(JobHost host, int number)
    {
        var whole = host.Job.Input with { SceneIndex = null };
        if (_known.Count >= MostFiles)
        {
            _known.Clear();
        }

        var known = _known.GetOrAdd(whole, _ => new Known());
        lock (known)
        {
            if (number > known.Scenes.Count && !known.IsComplete)
            {
                Find(known, whole, host, known.Scenes.Count == 0 ? number : int.MaxValue);
            }
        }

        return number >= 1 && number <= known.Scenes.Count
            ? whole with
            {
                From = known.Scenes[number - 1].Start, To = known.Scenes[number - 1].End, SceneIndex = number, IsSceneRange = true,
            }
            : throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, whole.FullName,
                FormattableString.Invariant($"'{whole.FullName}' has no scene number {number}."),
                "List the scenes with Get-VideoScene (videotools scene).");
    }

    private void Find(Known known, VideoInput whole, JobHost host, int last)
    {
        var scenes = new SceneOptions();
        var isLast = (object record) => record is VideoScene scene && scene.Index >= last;
        var work = new FeatureWork((AnalyzerFeature)registry.Get(scenes), scenes, IsWanted: true, IsPart: true);

        // The work itself says what is wrong with the file.
        var results = run([work], whole, host with { Emit = _ => { }, Warn = _ => { } }, isLast);

        // The decode that ended early leaves a last scene that is not whole.
        known.Scenes = [.. results[scenes].Records.OfType<VideoScene>().TakeWhile(scene => scene.Index <= last)];
        known.IsComplete = known.Scenes.Count < last;
    }

    private sealed class Known
    {
        public IReadOnlyList<VideoScene> Scenes { get; set; } = [];

        public bool IsComplete { get; set; }
    }
}

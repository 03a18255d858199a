namespace VideoTools.Engine.Features.Frames;

/// <summary>A scene and the frames that may be chosen from it.</summary>
/// <param name="scene">The scene.</param>
/// <param name="notes">Its notes, in order of time.</param>
internal sealed class SceneFrames(VideoScene scene, IReadOnlyList<FrameNote> notes)
{
    // What a frame in the middle of a fade or dissolve is worth beside one that shows a single shot.
    private const double MixedShare = 0.5;

    /// <summary>The scene.</summary>
    public VideoScene Scene => scene;

    /// <summary>Its notes.</summary>
    public IReadOnlyList<FrameNote> Notes => notes;

    /// <summary>Frames to choose from it.</summary>
    public int Quota { get; set; }

    /// <summary>Frames that were chosen from it.</summary>
    public List<FrameNote> Kept { get; } = [];

    /// <summary>Mean activity of its stretches.</summary>
    public double Activity { get; } = notes.Count == 0 ? 0 : notes.Average(note => note.StretchActivity);

    /// <summary>End of the transition at its end in seconds; its own end where a cut follows.</summary>
    public double ClearEnd { get; set; } = scene.EndSeconds;

    /// <summary>How much a note is wanted.</summary>
    public double Score(FrameNote note, Rational timeBase)
    {
        var seconds = MediaTime.ToSeconds(note.Pts, timeBase);
        var isMixed = seconds < scene.TransitionEndSeconds || seconds >= ClearEnd;
        return isMixed ? note.Quality * MixedShare : note.Quality;
    }

    /// <summary>The part of the scene that a note lies in, where the scene is divided into equal ones.</summary>
    public int SlotOf(FrameNote note, int slots) => (int)Math.Clamp(
        (note.Frame - scene.StartFrame) * slots / Math.Max(1, scene.EndFrame - scene.StartFrame), 0, slots - 1);
}

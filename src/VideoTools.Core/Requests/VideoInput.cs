namespace VideoTools;

/// <summary>One file to work on, whole or a range of it.</summary>
/// <param name="FullName">Absolute path.</param>
/// <param name="From">Start of the range, null for the start of the file.</param>
/// <param name="To">End of the range (exclusive), null for the end of the file.</param>
/// <param name="SceneIndex">Work only on the scene with this number (1 is the first); null for all.</param>
/// <param name="At">Give only the scene that is shown at this time, as soon as it is known; null for all.</param>
public sealed record VideoInput(string FullName, TimeSpan? From = null, TimeSpan? To = null, int? SceneIndex = null, TimeSpan? At = null)
{
    /// <summary>
    /// True where From and To are those of the scene that SceneIndex numbers: nothing is looked up, and the number only names the range
    /// in the records. False has the scene of that number found.
    /// </summary>
    public bool IsSceneRange { get; init; }

    /// <summary>The windows to write, in order of time, for a <see cref="CropExportRequest"/>; null has them found.</summary>
    public IReadOnlyList<CropShot>? Shots { get; init; }

    /// <summary>Speeds of stretches of the video, in order of time, for a <see cref="CropExportRequest"/>; null for none.</summary>
    public IReadOnlyList<VideoActivity>? Speeds { get; init; }

    /// <summary>The scenes to write, in order of time, for a <see cref="SceneExportRequest"/>; null has them found.</summary>
    public IReadOnlyList<VideoScene>? Scenes { get; init; }

    /// <summary>The crops to show, for a <see cref="CropPreviewRequest"/>; null has them found, or takes those of positions.</summary>
    public IReadOnlyList<CropCandidate>? Candidates { get; init; }

    /// <summary>The measured positions to show, for a <see cref="CropPreviewRequest"/>; null has them measured where needed.</summary>
    public IReadOnlyList<CropPosition>? Positions { get; init; }

    /// <summary>The frames to write, in order of time, for a <see cref="FrameExportRequest"/>; null has them chosen.</summary>
    public IReadOnlyList<SelectedFrame>? Frames { get; init; }

    /// <summary>
    /// The camera or stream behind the name, which is read until <see cref="To"/> has passed since it was opened; null for a file.
    /// </summary>
    public LiveSource? Live { get; init; }

    /// <summary>The file to write, for a <see cref="CropExportRequest"/>; null takes the name that the options say.</summary>
    public string? Destination { get; init; }

    /// <summary>An input that is live.</summary>
    /// <param name="source">The camera or stream.</param>
    /// <param name="duration">How long it is looked at; null for without an end.</param>
    /// <exception cref="ArgumentException">The duration is 0 or longer than 40 days.</exception>
    public static VideoInput OfLive(LiveSource source, TimeSpan? duration)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (duration is { } length && (length <= TimeSpan.Zero || length > TimeSpan.FromDays(40)))
        {
            throw new ArgumentException("Duration must be above 0 and at most 40 days.", nameof(duration));
        }

        return new VideoInput(source.Name, To: duration) { Live = source };
    }

    /// <summary>An input a scene; a single one where no scenes are named.</summary>
    /// <exception cref="ArgumentException">A number is below 1.</exception>
    public static IReadOnlyList<VideoInput> OfScenes(string fullName, TimeSpan? from, TimeSpan? to, IReadOnlyList<int>? scenes)
    {
        if (scenes is not { Count: > 0 })
        {
            return [new VideoInput(fullName, from, to)];
        }

        return scenes.All(number => number >= 1)
            ? [.. scenes.Select(number => new VideoInput(fullName, from, to, number))]
            : throw new ArgumentException("Scene numbers start at 1.", nameof(scenes));
    }
}

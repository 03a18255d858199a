using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Measures;

/// <summary>
/// What happens in the first three seconds of a video. Templates say so in their hook columns; files of other writers have no such
/// columns, so starts of scenes, text and speech stand in for them. Null: not known.
/// </summary>
/// <param name="Cut">There is a transition.</param>
/// <param name="Text">There is text.</param>
/// <param name="Speech">Somebody speaks.</param>
internal readonly record struct HookEvents(bool? Cut, bool? Text, bool? Speech)
{
    /// <summary>"none", or what there is, joined by "+"; null when nothing is known.</summary>
    public string? Type
    {
        get
        {
            if (Cut is null && Text is null && Speech is null)
            {
                return null;
            }

            var parts = new[] { (Cut, "cut"), (Text, "text"), (Speech, "speech") }.Where(p => p.Item1 is true).Select(p => p.Item2);
            return string.Join('+', parts) is { Length: > 0 } type ? type : "none";
        }
    }

    /// <summary>Reads a video's hook.</summary>
    public static HookEvents Of(VideoNiche video) => new HookEvents(
        CutCount(video) is { } cuts ? cuts > 0 : null,
        video.HookTextCount is { } texts ? texts > 0 : Begins(video, video.FirstTextSeconds, video.TextCount is 0),
        video.HookWordCount is { } words ? words > 0 : Begins(video, video.FirstSpeechSeconds, video.HasSpeech is false));

    /// <summary>Transitions in the hook; null when not known.</summary>
    public static int? CutCount(VideoNiche video)
    {
        if (video.HookCutCount is { } count)
        {
            return count;
        }

        return video.SceneStarts is { Count: > 0 } starts
            ? starts.Skip(1).Count(start => start - starts[0] < TemplateLimits.HookSeconds)
            : video.SceneCount is 1 ? 0 : null;
    }

    // Times are those of the file, whose first frame need not be at 0.
    private static bool? Begins(VideoNiche video, double? first, bool isNever)
    {
        var start = video.SceneStarts is { Count: > 0 } starts ? starts[0] : 0;
        return isNever ? false : first is { } seconds ? seconds - start < TemplateLimits.HookSeconds : null;
    }
}

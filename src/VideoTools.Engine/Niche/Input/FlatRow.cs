using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Input;

/// <summary>
/// Reads rows of niches or templates. A row of templates has Niche (a path) for Category, and a row without VideoId takes it from the
/// file's name.
/// </summary>
internal static class FlatRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="get">Gives the value of a column, null when there is none.</param>
    /// <param name="video">The row; null when the result is false.</param>
    /// <param name="problem">What is wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out VideoNiche? video, out string problem)
    {
        if (!RecordReader.TryRead(get, out video, out problem))
        {
            return false;
        }

        if (string.IsNullOrEmpty(video.VideoId))
        {
            if (video.FullName is null)
            {
                problem = "it has neither VideoId nor FullName.";
                video = null;
                return false;
            }

            video = video with { VideoId = VideoNames.GetVideoId(video.FullName) };
        }

        if (!RecordReader.IsPresent(get(nameof(VideoNiche.Category))) && get(nameof(VideoTemplate.Niche)) is { } path)
        {
            video = NichePaths.WithPath(video, path.ToString());
        }

        return true;
    }
}

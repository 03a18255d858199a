namespace VideoTools;

/// <summary>Reads measured videos, and evidence of videos whose niche is not known yet. Thread-safe.</summary>
public interface INicheInput
{
    /// <summary>A template as a row of measures; its niche may be a path ("tech &gt; coding").</summary>
    VideoNiche FromTemplate(VideoTemplate template);

    /// <summary>True for a part of a video: a scene, a text, a frame, a template of a scene. Niches are counted a video.</summary>
    /// <param name="get">Gives the value of a column, null when there is none.</param>
    bool IsPart(Func<string, object?> get);

    /// <summary>The error of parts of videos among what is to be counted.</summary>
    /// <param name="name">What they come from.</param>
    VideoError RefusePart(string name);

    /// <summary>Reads a row of a CSV file that holds niches or templates.</summary>
    /// <param name="get">Gives the value of a column as text or number, null when there is none.</param>
    /// <param name="video">The row; null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    bool TryReadRow(Func<string, object?> get, out VideoNiche? video, out string problem);

    /// <summary>Reads a template file, a CSV file (any of "," ";" tab) of niches or templates, or all templates of a directory.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="report">Takes what is wrong with a file or with a row of it; others are read all the same.</param>
    /// <returns>The videos, each file read as its turn comes.</returns>
    IEnumerable<VideoNiche> Read(string path, Action<VideoError> report);

    /// <summary>
    /// What a file says about videos: of a template all that it holds, of a table of templates that of every row, of a directory that of
    /// all templates in it, of a video its name; of each the metadata where there is some.
    /// </summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="metadata">Where to look the video up; null for nowhere.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <returns>Nothing, and reported, for a template that cannot be read and for a file of metadata.</returns>
    IEnumerable<NicheEvidence> ReadEvidence(string path, IMetadataIndex? metadata, Action<VideoError> report);
}

namespace VideoTools.Engine.Timelines;

/// <summary>A scene on a timeline: the frames [Start, End).</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Start">First frame, 0 for the first of the file.</param>
/// <param name="End">First frame after it.</param>
internal sealed record TimelineClip(VideoScene Scene, long Start, long End)
{
    /// <summary>What editing programs show.</summary>
    public string Name => FormattableString.Invariant($"Scene {Scene.Index:000}");

    /// <summary>Frames it lasts.</summary>
    public long Length => End - Start;
}

namespace VideoTools.Engine.People;

/// <summary>A face that was followed through a stretch of a video.</summary>
/// <param name="FullName">The video.</param>
/// <param name="TrackId">Its number in the video.</param>
/// <param name="Faces">Its faces with an embedding, at least one, in order of time.</param>
/// <param name="Embedding">Mean of their embeddings by their weights, of length 1.</param>
/// <param name="Weight">What it counts.</param>
internal sealed record FaceTrack(string FullName, int TrackId, IReadOnlyList<VideoFace> Faces, float[] Embedding, double Weight);

using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Finds and measures the faces of pictures.</summary>
internal interface IFaceReader
{
    /// <summary>What the models run on; known after <see cref="Prepare"/>.</summary>
    InferenceDevice Device { get; }

    /// <summary>Loads the models.</summary>
    /// <exception cref="VideoToolsException">One cannot be had.</exception>
    void Prepare();

    /// <summary>The faces of a picture, the largest first.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    IReadOnlyList<FaceFinding> Read(VideoFrame still);
}

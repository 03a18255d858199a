namespace VideoTools.Engine.Features.Faces;

/// <summary>All that the models say of one face of one picture, in pixels of the picture that was looked at.</summary>
internal sealed record FaceFinding
{
    /// <summary>Where it is.</summary>
    public required FaceDetection Detection { get; init; }

    /// <summary>The 468 points of the mesh; empty without one.</summary>
    public IReadOnlyList<FacePoint> Mesh { get; init; } = [];

    /// <summary>How sure the mesh is that there is a face; null without a mesh.</summary>
    public double? MeshScore { get; init; }

    /// <summary>Where it looks; null without a mesh.</summary>
    public HeadPose? Pose { get; init; }

    /// <summary>Openness of the person's right eye; null where it is not seen.</summary>
    public double? RightEyeOpen { get; init; }

    /// <summary>Openness of the person's left eye.</summary>
    public double? LeftEyeOpen { get; init; }

    /// <summary>Openness of the mouth.</summary>
    public double? MouthOpen { get; init; }

    /// <summary>What it expresses.</summary>
    public FaceExpression? Expression { get; init; }

    /// <summary>How sure that is.</summary>
    public double? ExpressionScore { get; init; }

    /// <summary>Brightness, contrast and sharpness.</summary>
    public required Imaging.LumaDetail Detail { get; init; }

    /// <summary>Who it is: numbers of length 1; empty when not known.</summary>
    public IReadOnlyList<float> Embedding { get; init; } = [];

    /// <summary>Cosine of the embeddings, -1 to 1; 0 where one is missing.</summary>
    public double Likeness(FaceFinding other) => FaceIdentity.Cosine(Embedding, other.Embedding);
}

namespace VideoTools;

/// <summary>What a model does.</summary>
public enum ModelKind
{
    /// <summary>Finds lines of text in a picture.</summary>
    TextDetection,

    /// <summary>Reads a line of text.</summary>
    TextRecognition,

    /// <summary>Tells speech from other sound.</summary>
    VoiceActivity,

    /// <summary>Turns speech into text.</summary>
    SpeechRecognition,

    /// <summary>Turns a text into numbers that are near each other where meanings are.</summary>
    TextEmbedding,

    /// <summary>Finds faces in a picture.</summary>
    FaceDetection,

    /// <summary>Turns a face into numbers that are near each other for the same person.</summary>
    FaceIdentity,

    /// <summary>Finds 468 points on a face.</summary>
    FaceMesh,

    /// <summary>Finds the outline and the iris of an eye.</summary>
    FaceIris,

    /// <summary>Tells the expression of a face.</summary>
    FaceExpression,

    /// <summary>Finds palms in a picture.</summary>
    HandDetection,

    /// <summary>Finds 21 points on a hand.</summary>
    HandLandmark,

    /// <summary>Turns a picture into numbers that are near each other for pictures that look alike.</summary>
    PictureEmbedding,
}

namespace VideoTools;

/// <summary>What a face expresses.</summary>
public enum FaceExpression
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>Joy.</summary>
    Happy,

    /// <summary>Surprise.</summary>
    Surprise,

    /// <summary>Sadness.</summary>
    Sad,

    /// <summary>Anger.</summary>
    Angry,

    /// <summary>Fear.</summary>
    Fear,

    /// <summary>Disgust.</summary>
    Disgust,
}

namespace VideoTools.Engine.Inference;

/// <summary>How a frame becomes a picture of the size that a model takes.</summary>
internal enum PictureFit
{
    /// <summary>Stretched to it.</summary>
    Stretch,

    /// <summary>Fitted in whole; what is left has the mean colour.</summary>
    Pad,

    /// <summary>Every face in it, turned and scaled so that the eyes are where the model wants them.</summary>
    Face,
}

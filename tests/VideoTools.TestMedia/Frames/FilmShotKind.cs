namespace VideoTools.TestMedia.Frames;

/// <summary>What a shot of a <see cref="FrameFilm"/> is like.</summary>
public enum FilmShotKind
{
    /// <summary>The camera pans over a picture of its own; two frames of it are white (a flash) in every third one.</summary>
    Moving,

    /// <summary>Nothing but grain moves.</summary>
    Still,

    /// <summary>A shot that was there before comes back, with other grain and a little more or less light.</summary>
    Repeated,

    /// <summary>Too dark throughout.</summary>
    Dark,

    /// <summary>Out of focus throughout.</summary>
    Blurred,

    /// <summary>Grey without contrast.</summary>
    Flat,

    /// <summary>Too dark for its first two thirds, then lit.</summary>
    LateLight,

    /// <summary>Out of focus for its first half, then sharp.</summary>
    LateFocus,
}

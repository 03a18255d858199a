namespace VideoTools.TestMedia.Frames;

/// <summary>One shot of a <see cref="FrameFilm"/>.</summary>
/// <param name="Kind">What it is like.</param>
/// <param name="Picture">Number of the picture that it shows; shots of one number show the same.</param>
/// <param name="Start">Number of its first frame.</param>
/// <param name="End">Number of the first frame after it.</param>
/// <param name="HasFlash">True where two frames in its middle are white.</param>
public sealed record FilmShot(FilmShotKind Kind, int Picture, int Start, int End, bool HasFlash)
{
    /// <summary>Frames.</summary>
    public int Length => End - Start;

    /// <summary>The first frame that shows its picture well; its end where none does.</summary>
    public int GoodStart => Kind switch
    {
        FilmShotKind.Dark or FilmShotKind.Blurred or FilmShotKind.Flat => End,
        FilmShotKind.LateLight => Start + (Length * 2 / 3),
        FilmShotKind.LateFocus => Start + (Length / 2),
        _ => Start,
    };

    /// <summary>True for a frame that shows the picture well.</summary>
    public bool IsGood(int frame) => frame >= GoodStart && frame < End && !IsFlash(frame);

    /// <summary>True for a white frame.</summary>
    public bool IsFlash(int frame) => HasFlash && frame - Start - (Length / 2) is >= 0 and <= 1;
}

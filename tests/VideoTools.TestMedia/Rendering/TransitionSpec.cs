namespace VideoTools.TestMedia.Rendering;

/// <summary>A transition between two shots, in frames.</summary>
/// <param name="Frames">
/// Dissolve and wipe: frames in which both shots are seen (the overlap). Fade: frames of the fall, and as many of the rise. Cut: 0.
/// </param>
/// <param name="Hold">Fade only: frames of plain black or white between fall and rise.</param>
public sealed record TransitionSpec(TransitionStyle Style, int Frames, int Hold = 0)
{
    public static TransitionSpec Cut { get; } = new(TransitionStyle.Cut, 0);

    public TransitionKind Kind => Style switch
    {
        TransitionStyle.Cut => TransitionKind.Cut,
        TransitionStyle.Dissolve => TransitionKind.Dissolve,
        TransitionStyle.FadeBlack or TransitionStyle.FadeWhite => TransitionKind.Fade,
        _ => TransitionKind.Wipe,
    };

    /// <summary>Frames shared by both shots.</summary>
    public int Overlap => Kind is TransitionKind.Dissolve or TransitionKind.Wipe ? Frames : 0;

    /// <summary>The luma that a fade goes through.</summary>
    public byte FadeLuma => Style == TransitionStyle.FadeWhite ? (byte)RawFrame.White : (byte)RawFrame.Black;
}

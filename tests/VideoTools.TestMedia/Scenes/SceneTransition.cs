namespace VideoTools.TestMedia.Scenes;

/// <summary>One true transition. Frames count from 0 in presentation order.</summary>
/// <param name="FirstFrame">Cut: the first frame of the new shot. Otherwise the first frame that is no longer the old shot alone.</param>
/// <param name="LastFrame">Cut: as FirstFrame. Otherwise the last frame that is not yet the new shot alone.</param>
/// <param name="StartSeconds">Presentation time of FirstFrame.</param>
/// <param name="EndSeconds">Presentation time of LastFrame.</param>
public sealed record SceneTransition(TransitionKind Kind, long FirstFrame, long LastFrame, double StartSeconds, double EndSeconds)
{
    public bool IsCut => Kind == TransitionKind.Cut;

    public override string ToString() =>
        FormattableString.Invariant($"{Kind} {FirstFrame}..{LastFrame} ({StartSeconds:0.000}..{EndSeconds:0.000} s)");
}

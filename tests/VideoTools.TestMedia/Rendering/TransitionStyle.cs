namespace VideoTools.TestMedia.Rendering;

/// <summary>How one shot gives way to the next.</summary>
public enum TransitionStyle
{
    Cut,
    Dissolve,
    FadeBlack,
    FadeWhite,
    WipeLeft,
    WipeRight,
    WipeUp,
    WipeDown,
    WipeDiagonal,
    SlideLeft,
    SlideUp,
    CircleOpen,
    Clock,
    Blinds,
}

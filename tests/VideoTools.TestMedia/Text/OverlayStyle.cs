namespace VideoTools.TestMedia.Text;

/// <summary>How an overlay is drawn.</summary>
public enum OverlayStyle
{
    /// <summary>White with a dark outline.</summary>
    Outline,

    /// <summary>White on a dark, partly transparent box.</summary>
    Box,

    /// <summary>Dark on a light box.</summary>
    LightBox,

    /// <summary>Coloured with an outline.</summary>
    Coloured,

    /// <summary>White with a shadow only.</summary>
    Shadow,

    /// <summary>Outlined, moving along the line.</summary>
    MovingSideways,

    /// <summary>Outlined, rising.</summary>
    MovingUp,
}

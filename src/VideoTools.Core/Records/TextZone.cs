namespace VideoTools;

/// <summary>Third of the picture's height that the centre of a text lies in.</summary>
public enum TextZone
{
    /// <summary>The upper third.</summary>
    Top,

    /// <summary>The middle third.</summary>
    Middle,

    /// <summary>The lower third.</summary>
    Bottom,
}

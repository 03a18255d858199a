namespace VideoTools.Engine.Features.Text;

/// <summary>Where a letter has something that its plain form has not.</summary>
internal enum LetterMark
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Above it: an accent, dots, a ring.</summary>
    Above,

    /// <summary>Below it: a cedilla, an ogonek.</summary>
    Below,

    /// <summary>A stroke through it, or it is a form of its own: ø, ł, ß, æ.</summary>
    Through,
}

namespace VideoTools.Engine.Features.Driver;

/// <summary>Where a hand is, as far as it says something about a driver.</summary>
internal enum HandPlace
{
    /// <summary>Not at the head.</summary>
    Elsewhere,

    /// <summary>In front of the face.</summary>
    Face,

    /// <summary>Beside an ear, as if it held a phone.</summary>
    Ear,
}

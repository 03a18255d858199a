namespace VideoTools;

/// <summary>What must stay whole inside of a crop.</summary>
[Flags]
public enum CropKeep
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>Text on screen.</summary>
    Text = 1,

    /// <summary>Faces.</summary>
    Face = 2,
}

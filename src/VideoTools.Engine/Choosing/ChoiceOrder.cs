namespace VideoTools.Engine.Choosing;

/// <summary>What a person asked for.</summary>
/// <param name="Candidate">Number of the candidate.</param>
/// <param name="Mode">How the crop behaves over time.</param>
/// <param name="Fit">What to do where what must be kept is too wide; null leaves it to the mode.</param>
/// <param name="Speeds">Speeds of stretches by their index; those that are not named play as they are.</param>
/// <param name="Encode">True writes the video.</param>
/// <param name="IsAutomatic">True when nobody asked.</param>
internal sealed record ChoiceOrder(
    int Candidate, CropMode Mode, CropFit? Fit, IReadOnlyDictionary<int, double> Speeds, bool Encode, bool IsAutomatic = false);

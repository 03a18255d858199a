namespace VideoTools.Engine.Media.Decoding;

/// <summary>Which sound is heard.</summary>
/// <param name="Track">Number of the sound track, 0 for the first.</param>
/// <param name="Channel">How its channels become one.</param>
internal readonly record struct SoundSelection(int Track, SoundChannel Channel = SoundChannel.Auto)
{
    /// <summary>A track by its number, its channels mixed as usual.</summary>
    public static implicit operator SoundSelection(int track) => new(track);
}

namespace VideoTools.TestMedia.Rendering;

/// <summary>Where the frames of a shot come from: ffmpeg input arguments, and how many frames there are.</summary>
/// <param name="Name">Names the scenery: two shots of one name look alike.</param>
public abstract record ShotSource(string Name)
{
    /// <summary>Number of frames, <see cref="int.MaxValue"/> when without end.</summary>
    public virtual int Available => int.MaxValue;

    /// <summary>True when all frames are the same.</summary>
    public virtual bool IsStill => false;

    /// <summary>ffmpeg arguments from the first to the -i and its value, for a picture of the size wanted.</summary>
    public abstract IReadOnlyList<string> Input(int width, int height, Rational rate);

    /// <summary>Filters to put first, for example a cropping away of black bars.</summary>
    public virtual string Prefilter => "";
}

namespace VideoTools;

/// <summary>Pages on which a person chooses a crop, in the browser of this machine. Thread-safe.</summary>
public interface ICropPages
{
    /// <summary>Opens a page for one video; the analysis begins at once, and nothing outside of this machine can reach it.</summary>
    /// <param name="input">The video, with its candidates or positions where they are known.</param>
    /// <param name="options">What is measured, and what happens with the choice.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="VideoToolsException">OutputExists: an export could not write its file.</exception>
    ICropPage Open(VideoInput input, CropPageOptions options);
}

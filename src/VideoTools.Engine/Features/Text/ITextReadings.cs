namespace VideoTools.Engine.Features.Text;

/// <summary>What an analyzer of text says beside its records.</summary>
internal interface ITextReadings
{
    /// <summary>Frames that were read.</summary>
    int FramesRead { get; }

    /// <summary>What the models ran on.</summary>
    InferenceDevice Device { get; }
}

namespace VideoTools;

/// <summary>An open page; disposing it ends all work for it and closes it.</summary>
public interface ICropPage : IDisposable
{
    /// <summary>Address of the page, with the key that opens it: whoever has it can choose.</summary>
    string Url { get; }

    /// <summary>What is being done, in words.</summary>
    string Status { get; }

    /// <summary>How much of that is done, 0 to 100; -1 while that is unknown.</summary>
    int Percent { get; }

    /// <summary>What the user should know and has not been told.</summary>
    IReadOnlyList<string> TakeWarnings();

    /// <summary>Shows the page in the user's browser.</summary>
    /// <returns>False where there is none, or no display.</returns>
    bool TryShow();

    /// <summary>Waits for the choice, at most for a time.</summary>
    /// <returns>The choice; null when there is none yet.</returns>
    /// <exception cref="VideoToolsException">The video cannot be worked on.</exception>
    CropChoice? Wait(TimeSpan timeout);
}

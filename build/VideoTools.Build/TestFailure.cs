namespace VideoTools.Build;

/// <summary>A test that failed.</summary>
/// <param name="Name">Its name, with the arguments of the case.</param>
/// <param name="Message">The first lines of why.</param>
internal sealed record TestFailure(string Name, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Message.Length == 0 ? Name : $"{Name}: {Message}";
}

namespace VideoTools.Engine.Inference;

/// <summary>The platforms that models run on: those that ONNX Runtime has a library for. The build reads this file, too.</summary>
internal static class NativePlatform
{
    /// <summary>Their runtime identifiers. The manifest's tags and the README name the same.</summary>
    public static readonly IReadOnlyList<string> All = ["linux-x64", "linux-arm64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>This machine's identifier, whether it is among them or not.</summary>
    public static string Here { get; } = Name();

    private static string Name()
    {
        // A runtime that a distribution built calls itself after it ("debian.12-x64"); only musl matters, whose libraries differ.
        var identifier = RuntimeInformation.RuntimeIdentifier;
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : !OperatingSystem.IsLinux() ? identifier.Split('-')[0]
            : identifier.Contains("musl", StringComparison.Ordinal) || identifier.StartsWith("alpine", StringComparison.Ordinal)
                ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}

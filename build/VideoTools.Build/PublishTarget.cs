using VideoTools.Engine.Inference;

namespace VideoTools.Build;

/// <summary>What a module and a command line are published for.</summary>
/// <param name="Name">Part of the archive's name; empty for a module for all platforms.</param>
/// <param name="Runtime">
/// The platform that code is compiled ahead of time for, which makes the start faster. No other platform loads such code, so a module for all
/// has none (null).
/// </param>
/// <param name="Platforms">The platforms whose libraries of ONNX Runtime it carries.</param>
/// <param name="NativeFiles">The folder with these libraries; null for the package that the engine refers to.</param>
internal sealed record PublishTarget(string Name, string? Runtime, IReadOnlyList<string> Platforms, string? NativeFiles = null)
{
    /// <summary>This machine.</summary>
    public static PublishTarget Here { get; } = For(NativePlatform.Here);

    /// <summary>Every platform in one module.</summary>
    public static PublishTarget All { get; } = new("", null, NativePlatform.All);

    /// <summary>One platform.</summary>
    public static PublishTarget For(string platform) => new(platform, platform, [platform]);

    /// <summary>One platform with the CUDA provider, which is fetched when it is not there.</summary>
    public static PublishTarget WithCuda(BuildContext context, string platform) =>
        For(platform) with { Name = platform + "-cuda", NativeFiles = GpuPackage.Ensure(context, platform) };

    /// <summary>The arguments of dotnet publish.</summary>
    public IEnumerable<string> Arguments =>
    [
        .. Runtime is null ? Array.Empty<string>() : ["-r", Runtime, "--self-contained", "false"],
        $"-p:NativePlatforms=\"{string.Join(';', Platforms)}\"",
        .. NativeFiles is null ? Array.Empty<string>() : [$"-p:NativeFiles={NativeFiles}"],
    ];
}

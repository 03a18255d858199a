namespace VideoTools.Build;

/// <summary>
/// The build of ONNX Runtime with the CUDA provider. Its libraries are taken whole: a provider works with the core it was built with only.
/// CUDA 13 and cuDNN themselves are the system's.
/// </summary>
internal static class GpuPackage
{
    private const string Version = "1.31.0";

    private static readonly Dictionary<string, (string Package, string Hash)> Packages = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = ("Microsoft.ML.OnnxRuntime.Gpu.Linux", "cZhkav+zM0582qgdS/QZUJ5gdf1ZEdYO/sTzRVJKyiTFlnHNY5M/0ssKGkAam3/mVUcW8XuqsMpjfCBGD3v0nQ=="),
        ["win-x64"] = ("Microsoft.ML.OnnxRuntime.Gpu.Windows", "HL9ZvlstfZCfck3a0MUQT0LKImIX7+pSsl3hFuxY799cry+T65/2SiCBSajzPWghb+0fXr+sgNn7ji0P0mS2QA=="),
    };

    /// <summary>Fetches it once.</summary>
    /// <returns>The folder that holds PLATFORM/native/, as MSBuild wants it.</returns>
    public static string Ensure(BuildContext context, string platform)
    {
        if (!Packages.TryGetValue(platform, out var gpu))
        {
            throw new BuildException($"ONNX Runtime has a CUDA provider for {string.Join(" and ", Packages.Keys)}, not for {platform}.");
        }

        var folder = Path.Combine(context.AssetsDirectory, $"{gpu.Package}-{Version}");
        if (!Directory.Exists(folder) && !NuGetPackage.Fetch(context, gpu.Package, Version, gpu.Hash, "", folder))
        {
            throw new BuildException($"{gpu.Package} {Version} could not be fetched: {context.LastOutput.Trim()}");
        }

        return Path.Combine(folder, "runtimes") + Path.DirectorySeparatorChar;
    }
}

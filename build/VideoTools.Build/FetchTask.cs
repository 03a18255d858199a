namespace VideoTools.Build;

/// <summary>Fetches an optional group of assets, then builds, so that the module has them.</summary>
internal static class FetchTask
{
    /// <summary>The tiny and small speech models.</summary>
    public static int Models(BuildContext context) => Run(context, "models");

    /// <summary>The CUDA provider of ONNX Runtime (the CUDA and cuDNN libraries themselves are the system's).</summary>
    public static int Cuda(BuildContext context) => Run(context, "cuda");

    private static int Run(BuildContext context, string group)
    {
        Assets.Ensure(context, group);
        return BuildTask.Run(context);
    }
}

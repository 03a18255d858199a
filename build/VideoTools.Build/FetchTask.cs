using VideoTools.Engine.Inference;

namespace VideoTools.Build;

/// <summary>Builds with something that is fetched on demand only.</summary>
internal static class FetchTask
{
    /// <summary>With the tiny and small speech models and those of hands, this time and from now on.</summary>
    public static int Models(BuildContext context)
    {
        Assets.Ensure(context, "models");
        return BuildTask.Run(context);
    }

    /// <summary>With the CUDA provider of ONNX Runtime, this time: the next plain build is without it again.</summary>
    public static int Cuda(BuildContext context) => BuildTask.Run(context, PublishTarget.WithCuda(context, NativePlatform.Here));
}

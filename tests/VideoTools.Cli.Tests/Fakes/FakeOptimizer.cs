namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Remembers what it was asked to optimise, and says that it did.</summary>
internal sealed class FakeOptimizer : IModelOptimizer
{
    public ModelOptimizationOptions? Asked { get; private set; }

    public string GetOutputPath(ModelOptimizationOptions options) => options.OutputPath ?? "model-int8.onnx";

    public QuantizedModel Optimize(
        ModelOptimizationOptions options, Action<VideoError> fail, Action<string, int> progress, CancellationToken cancellationToken)
    {
        Asked = options;
        return new QuantizedModel { FullName = GetOutputPath(options), SourcePath = options.Model, SizeRatio = 3.5 };
    }
}

using System.Globalization;
using VideoTools.Engine.Quantization;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Quantises models of the catalogue on real frames and prints what it costs and brings: the table of docs/accuracy-int8.md.</summary>
internal sealed class QuantizeCommand : ICommand
{
    public string Summary => "size, speed, memory and accuracy of INT8 (MODEL... --calibrate FILE... --method M --budget N --frames N --output DIR)";

    public int Run(IReadOnlyList<string> arguments)
    {
        List<string> models = [], files = [];
        var (method, budget, frames) = (CalibrationMethod.Percentile, 1.0, 48);
        var output = Path.Combine(Path.GetTempPath(), "videotools-quantize");
        var threads = 0;
        var target = models;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--calibrate":
                    target = files;
                    break;
                case "--method":
                    method = Enum.Parse<CalibrationMethod>(arguments[++i], ignoreCase: true);
                    break;
                case "--budget":
                    budget = double.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--frames":
                    frames = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--threads":
                    threads = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--output":
                    output = arguments[++i];
                    break;
                default:
                    target.Add(arguments[i]);
                    break;
            }
        }

        Directory.CreateDirectory(output);
        Console.WriteLine($"weights up to {WeightBits.Largest}, {method}, budget {budget.ToString(CultureInfo.InvariantCulture)}");
        Console.WriteLine("| model | MB | smaller | ms | faster | memory MB | loss | of all | float layers | pictures | threads | s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var optimizer = new ModelOptimizer();
        foreach (var model in models)
        {
            var path = Path.IsPathRooted(model) || model.Contains('/') ? Path.GetFullPath(model) : model;
            try
            {
                var done = optimizer.Optimize(
                    new ModelOptimizationOptions
                    {
                        Model = path,
                        CalibrationPaths = [.. files.Select(Path.GetFullPath)],
                        OutputPath = Path.Combine(output, Path.GetFileNameWithoutExtension(model) + "-int8.onnx"),
                        Method = method,
                        ErrorBudget = budget,
                        FrameCount = frames,
                        ThreadCount = threads,
                        Force = true,
                    },
                    error => Console.Error.WriteLine(error.Message), (_, _) => { }, CancellationToken.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {done.Name} | {done.BytesBefore / 1e6:0.0} to {done.BytesAfter / 1e6:0.0} | {done.SizeRatio:0.00} | {done.MillisecondsBefore:0.0} to {done.MillisecondsAfter:0.0} | {done.SpeedRatio:0.00} | {done.MemoryBefore / 1e6:0} to {done.MemoryAfter / 1e6:0} | {done.AccuracyLoss:0.00} | {done.AccuracyLossOfAll:0.00} | {done.FloatLayerCount} of {done.LayerCount} | {done.CalibrationCount} + {done.HeldOutCount} | {done.ThreadCount} | {done.Elapsed.TotalSeconds:0} |"));
            }
            catch (VideoToolsException failure)
            {
                Console.WriteLine($"| {model} | {failure.Error.Message} | | | | | | | | | | |");
            }
        }

        return 0;
    }
}

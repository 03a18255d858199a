// Method: static post-training quantisation. The graph is folded; values are measured on frames of the user's own videos; layers, and
// what the runtime can do with bytes between them, become whole numbers; layers that lose too much stay in float (LayerChoice). Both
// models are measured on pictures that took no part. A file and its description are written together or not at all.
// Source: docs/decisions/0024-int8.md. Cost: some minutes, bounded memory: the pictures and one group of values.
using System.Diagnostics;
using System.Security.Cryptography;
using VideoTools.Engine.Files;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Quantization;

/// <summary>Makes models smaller and faster.</summary>
internal sealed class ModelOptimizer(Func<ModelCatalogue> catalogue) : IModelOptimizer
{
    private const int MostFrames = 10_000;

    /// <summary>For the models of this installation.</summary>
    public ModelOptimizer()
        : this(() => ModelCatalogue.Default)
    {
    }

    public string GetOutputPath(ModelOptimizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OutputPath ?? ModelSource.Find(options.Model, catalogue()).DefaultOutput();
    }

    public QuantizedModel Optimize(
        ModelOptimizationOptions options, Action<VideoError> fail, Action<string, int> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        Validate(options);
        using var work = CurrentWork.Begin(cancellationToken);
        var watch = Stopwatch.StartNew();
        var known = catalogue();
        var source = ModelSource.Find(options.Model, known);
        var target = GetOutputPath(options);
        var description = target + UserModels.DescriptionEnding;
        var subject = new OutputSubject($"The quantised model of '{source.Name}'", Advice: "choose another path");
        WholeFiles.Check(target, options.Force, subject);
        WholeFiles.Check(description, options.Force, subject);

        var threads = options.ThreadCount > 0 ? options.ThreadCount : NativeRuntime.Threads;
        var original = source.Read(known);
        NativeRuntime.EnsureLoaded();
        var atFirst = RawModel.ResidentBytes();
        using var before = RawModel.Open(original, threads, source.Path);
        var shape = PictureShape(before, source);
        var maker = new PictureMaker(source.Picture(options, shape), shape);
        var frames = CalibrationFrames.Read(options, maker, known, fail, share => progress("reading frames", (int)(share * 25)),
            cancellationToken);
        var expected = OutputAgreement.Run(before, frames.HeldOut, cancellationToken);
        var memoryBefore = RawModel.ResidentBytes() - atFirst - PictureBytes(frames);

        var graph = LayerGraph.Parse(RawModel.Fold(original, source.Path), source.Path);
        var layers = QuantizedRegion.Layers(graph).Count;
        if (layers == 0)
        {
            throw Unsuitable(source,
                $"'{source.Name}' has no convolution and no product with constant weights: there is nothing to quantise.");
        }

        var region = QuantizedRegion.Find(graph, new HashSet<string>());
        var histograms = Calibrator.Measure(
            graph, [.. region.Values.Values.Distinct()], frames.Calibration, threads,
            share => progress("measuring values", 25 + (int)(share * 35)), cancellationToken);
        var measured = histograms.ToDictionary(pair => pair.Key, pair => pair.Value.Range(options.Method), StringComparer.Ordinal);
        var ranges = region.Values.ToDictionary(pair => pair.Key, pair => measured[pair.Value], StringComparer.Ordinal);
        var (model, kept, loss, lossOfAll) = new LayerChoice(graph, ranges, frames.HeldOut, expected, threads)
            .Choose(options.ErrorBudget, share => progress("choosing layers", 60 + (int)(share * 30)), cancellationToken);
        if (kept.Count == layers)
        {
            throw Unsuitable(source, string.Create(CultureInfo.InvariantCulture,
                $"No layer of '{source.Name}' can be quantised within {options.ErrorBudget} points; all together lose {lossOfAll:0.##}."));
        }

        progress("measuring the result", 92);
        var atLast = RawModel.ResidentBytes();
        using var after = RawModel.Open(model, threads, "the quantised model");
        OutputAgreement.Run(after, frames.HeldOut, cancellationToken);
        var memoryAfter = RawModel.ResidentBytes() - atLast;
        var (slow, fast) = ModelTimer.Measure(before, after, frames.HeldOut, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        WholeFiles.Write(subject, options.Force, (target, model), (description, source.Describe(target, model)));
        known.Refresh();
        return new QuantizedModel
        {
            FullName = target,
            Name = Path.GetFileNameWithoutExtension(target),
            SourcePath = source.Path,
            Method = options.Method,
            BytesBefore = original.Length,
            BytesAfter = model.Length,
            SizeRatio = (double)original.Length / model.Length,
            MillisecondsBefore = slow,
            MillisecondsAfter = fast,
            SpeedRatio = slow / fast,
            MemoryBefore = Math.Max(0, memoryBefore),
            MemoryAfter = Math.Max(0, memoryAfter),
            Agreement = 100 - loss,
            AccuracyLoss = loss,
            AccuracyLossOfAll = lossOfAll,
            LayerCount = layers,
            FloatLayerCount = kept.Count,
            FloatLayers = new(kept),
            CalibrationCount = frames.Calibration.Count,
            HeldOutCount = frames.HeldOut.Count,
            ThreadCount = threads,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(model)),
            Elapsed = watch.Elapsed,
        };
    }

    private static void Validate(ModelOptimizationOptions options)
    {
        Require(options.CalibrationPaths.Count > 0, "Files to calibrate on are missing.");
        Require(options.FrameCount is >= CalibrationFrames.Least and <= MostFrames,
            $"The number of frames must be {CalibrationFrames.Least} to {MostFrames}.");
        Require(options.ErrorBudget is >= 0 and <= 100, "The error budget must be 0 to 100 points.");
        Require(options.ThreadCount is >= 0 and <= 1024, "The number of threads must be 0 to 1024.");
        Require(options.Width is null or (>= 8 and <= 8192) && options.Height is null or (>= 8 and <= 8192),
            "Width and height must be 8 to 8192.");
        Require(options.Mean is null or { Count: 3 }, "A mean has three numbers: red, green, blue.");
        Require(options.Deviation is null || (options.Deviation.Count == 3 && options.Deviation.All(d => d > 0)),
            "A deviation has three numbers above 0: red, green, blue.");

        static void Require(bool holds, string problem)
        {
            if (!holds)
            {
                throw new ArgumentException(problem, nameof(options));
            }
        }
    }

    private static long[] PictureShape(RawModel model, ModelSource source) =>
        model.Inputs is [{ Shape: { } shape }] && PictureMaker.IsPicture(shape) ? shape : throw Unsuitable(
            source, $"'{source.Name}' does not take one picture of floats (1 x channels x height x width, or channels last).");

    private static VideoToolsException Unsuitable(ModelSource source, string problem) =>
        new(VideoErrorId.ModelUnsuitable, source.Path, problem,
            "Choose another model, or a larger -ErrorBudget (--error-budget) where that was the reason.");

    private static long PictureBytes(CalibrationFrames frames) =>
        frames.Calibration.Concat(frames.HeldOut).Sum(picture => (long)picture.Values.Length * sizeof(float));
}

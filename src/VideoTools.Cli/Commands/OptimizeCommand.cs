namespace VideoTools.Cli.Commands;

/// <summary>videotools optimize: makes a model smaller and faster with numbers of 8 bits.</summary>
internal sealed class OptimizeCommand : EngineCommand
{
    private readonly Argument<string> _model = new("model")
    {
        Description = "Name of a model of the catalogue, or an ONNX file that takes one picture.",
        HelpName = "MODEL",
    };

    private readonly Option<string[]> _calibrate = new("--calibrate")
    {
        Description = "Videos to calibrate on, such as the model will see: files, directories and patterns.",
        HelpName = "FILE|DIR|GLOB",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "The ONNX file to write; by default in the folder of your models, or beside the file.");

    private readonly Option<CalibrationMethod?> _method = OptionFactory.Choice<CalibrationMethod>(
        "--method", "How the range of a value is found; percentile by default.");

    private readonly Option<double?> _budget = OptionFactory.Number(
        "--error-budget", "Most that may be lost, in points of 100 (1 by default); layers stay in float until it holds.");

    private readonly Option<int> _frames = OptionFactory.Whole(
        "--frames", 48, 4, "Frames to take of all videos together; a quarter is held out.");

    private readonly Option<int> _threads = OptionFactory.Whole("--threads", 0, 0, "Threads of the measuring runs; 0 for one a core.");

    private readonly Option<int?> _width = Size("--width", "Width of the picture, for a model that takes any.");

    private readonly Option<int?> _height = Size("--height", "Height of the picture, for a model that takes any.");

    private readonly Option<string[]> _mean = Triple("--mean", "Mean of red, green and blue, 0 to 1, that the model wants subtracted.");

    private readonly Option<string[]> _deviation = Triple("--deviation", "What it wants red, green and blue divided by then.");

    private readonly Option<ChannelOrder?> _channels = OptionFactory.Choice<ChannelOrder>(
        "--channel-order", "Order of the channels that the model wants.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public OptimizeCommand(CliHost host)
        : base(host, "optimize", "A model made smaller and faster with numbers of 8 bits, measured on your own videos.")
    {
        Command.Arguments.Add(_model);
        AddOptions(
            _calibrate, _output, _method, _budget, _frames, _threads, _width, _height, _mean, _deviation, _channels, _force, Format);
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var model = parsed.GetValue(_model)!;
        var files = ExpandVideos(parsed.GetValue(_calibrate) ?? [], run);
        if (files.Count == 0)
        {
            return;
        }

        run.Write(run.Engine.ModelOptimizer.Optimize(
            new ModelOptimizationOptions
            {
                Model = model.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? FullPath(model) : model,
                OutputPath = FullPath(parsed.GetValue(_output)),
                CalibrationPaths = files,
                FrameCount = parsed.GetValue(_frames),
                Method = parsed.GetValue(_method) ?? CalibrationMethod.Percentile,
                ErrorBudget = parsed.GetValue(_budget) ?? 1,
                ThreadCount = parsed.GetValue(_threads),
                Width = parsed.GetValue(_width),
                Height = parsed.GetValue(_height),
                Mean = Numbers(parsed, _mean),
                Deviation = Numbers(parsed, _deviation),
                ChannelOrder = parsed.GetValue(_channels),
                Force = parsed.GetValue(_force),
            },
            run.Fail, (_, _) => { }, run.Stop));
    }

    private static Option<string[]> Triple(string name, string description) =>
        new(name) { Description = description, HelpName = "R G B", AllowMultipleArgumentsPerToken = true };

    private static Option<int?> Size(string name, string description) => new(name) { Description = description, HelpName = "PIXELS" };

    // The engine says how many there must be.
    private static List<double>? Numbers(ParseResult parsed, Option<string[]> option) =>
        parsed.GetValue(option) is not { Length: > 0 } texts
        ? null
        : [.. texts.Select(text => NumberText.TryParse(text, out var number)
            ? number
            : throw new ArgumentException($"{option.Name} '{text}' is not a number; write for example 0.485."))];
}

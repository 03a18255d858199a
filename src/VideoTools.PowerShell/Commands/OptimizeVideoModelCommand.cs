namespace VideoTools.PowerShell;

/// <summary>Optimize-VideoModel: makes a model smaller and faster with numbers of 8 bits, measured on the user's own videos.</summary>
[Cmdlet(VerbsCommon.Optimize, "VideoModel", SupportsShouldProcess = true, DefaultParameterSetName = PathSet,
    HelpUri = ProjectAddress.Help + "Optimize-VideoModel.md")]
[OutputType(typeof(QuantizedModel))]
public sealed class OptimizeVideoModelCommand : FileCmdlet
{
    private readonly List<string> _files = [];

    /// <summary>Name of a model of Get-VideoModel, or path of an ONNX file that takes one picture.</summary>
    [Parameter(Mandatory = true, Position = 1,
        HelpMessage = "Name of a model of Get-VideoModel, or path of an ONNX file that takes one picture.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string Model { get; set; } = "";

    /// <summary>
    /// The ONNX file to write. Without it: the user's folder of models for a model of the catalogue, beside the file otherwise.
    /// </summary>
    [Parameter]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>How the range of a value is found.</summary>
    [Parameter]
    public CalibrationMethod Method { get; set; }

    /// <summary>Most that may be lost on held-out frames, in points of 100; layers stay in float until it holds.</summary>
    [Parameter]
    [FlexibleNumber]
    [ValidateRange(0.0, 100.0)]
    public double ErrorBudget { get; set; } = 1;

    /// <summary>Frames to take of all videos together; a quarter is held out.</summary>
    [Parameter]
    [ValidateRange(4, 10000)]
    public int FrameCount { get; set; } = 48;

    /// <summary>Threads of the measuring runs; 0 for one a core.</summary>
    [Parameter]
    [ValidateRange(0, 1024)]
    public int ThreadCount { get; set; }

    /// <summary>Width of the picture, for a model that takes any.</summary>
    [Parameter]
    [ValidateRange(8, 8192)]
    public int? Width { get; set; }

    /// <summary>Height of the picture, for a model that takes any.</summary>
    [Parameter]
    [ValidateRange(8, 8192)]
    public int? Height { get; set; }

    /// <summary>Mean of red, green and blue, 0 to 1, that the model wants subtracted.</summary>
    [Parameter]
    [ValidateCount(3, 3)]
    public double[]? Mean { get; set; }

    /// <summary>What it wants red, green and blue divided by then.</summary>
    [Parameter]
    [ValidateCount(3, 3)]
    public double[]? Deviation { get; set; }

    /// <summary>Order of the channels that the model wants.</summary>
    [Parameter]
    public ChannelOrder? ChannelOrder { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_files.Count > 0)
        {
            Optimize();
        }

        base.EndProcessing();
    }

    private protected override void TakeFile(string fullName) => _files.Add(fullName);

    private void Optimize()
    {
        var options = new ModelOptimizationOptions
        {
            Model = Model.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? ResolvePath(Model) : Model,
            OutputPath = ResolvePath(OutputPath),
            CalibrationPaths = _files,
            FrameCount = FrameCount,
            Method = Method,
            ErrorBudget = ErrorBudget,
            ThreadCount = ThreadCount,
            Width = Width,
            Height = Height,
            Mean = Mean,
            Deviation = Deviation,
            ChannelOrder = ChannelOrder,
            Force = Force,
            Engine = new EngineOptions { FfmpegDirectory = ResolvePath(FfmpegDirectory) },
        };
        string? target = null;
        if (Try(() => target = Engine.ModelOptimizer.GetOutputPath(options)) && ShouldProcess(target, "Write quantised model"))
        {
            Try(() => Write(options));
        }
    }
    // Options that make no sense end the command; a model that cannot be quantised is an error like that of a file.
    private void Write(ModelOptimizationOptions options)
    {
        try
        {
            WriteObject(Engine.ModelOptimizer.Optimize(
                options, WriteVideoError, (status, percent) => ShowProgress(status, percent), StopToken));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorMapping.ToRecord(exception));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            // The user stopped it; nothing was written.
        }
    }
}

using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Submit-VideoJob: the same analysis of many files, as a job of many machines.</summary>
[Cmdlet(VerbsLifecycle.Submit, "VideoJob", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Submit-VideoJob.md")]
[OutputType(typeof(VideoJob))]
public sealed class SubmitVideoJobCommand : DecoderCmdlet
{
    private static readonly JobOptions Defaults = new();

    private IJobDraft? _draft;

    /// <summary>Folder that is made for the job.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Folder that is made for the job: one that all nodes see.")]
    [ValidateNotNullOrEmpty]
    public string JobDirectory { get; set; } = "";

    /// <summary>Makes templates.</summary>
    [Parameter]
    public SwitchParameter Template { get; set; }

    /// <summary>Finds scenes.</summary>
    [Parameter]
    public SwitchParameter Scene { get; set; }

    /// <summary>Reads on-screen text.</summary>
    [Parameter]
    public SwitchParameter Text { get; set; }

    /// <summary>Writes down what is said.</summary>
    [Parameter]
    public SwitchParameter Transcript { get; set; }

    /// <summary>Measures crop positions.</summary>
    [Parameter]
    public SwitchParameter Crop { get; set; }

    /// <summary>Finds the window that shows each scene best.</summary>
    [Parameter]
    public SwitchParameter CropPath { get; set; }

    /// <summary>Chooses frames.</summary>
    [Parameter]
    public SwitchParameter Frame { get; set; }

    /// <summary>Finds faces.</summary>
    [Parameter]
    public SwitchParameter Face { get; set; }

    /// <summary>Measures how much happens.</summary>
    [Parameter]
    public SwitchParameter Activity { get; set; }

    /// <summary>Finds the states of a driver.</summary>
    [Parameter]
    public SwitchParameter Driver { get; set; }

    /// <summary>Options of the analysis by name.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Option { get; set; } = [];

    /// <summary>What starts the parts.</summary>
    [Parameter]
    public JobScheduler Scheduler { get; set; }

    /// <summary>Work of a part, in minutes of 1080p video.</summary>
    [Parameter]
    [Alias("PartMinutes")]
    [FlexibleNumber]
    public double PartMinute { get; set; } = Defaults.PartMinutes;

    /// <summary>Number of parts; 0 lets PartMinute decide.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TaskCount { get; set; }

    /// <summary>Cores of a part.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int CpusPerTask { get; set; } = Defaults.CpusPerTask;

    /// <summary>Memory of a part, as Slurm writes it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MemoryPerTask { get; set; }

    /// <summary>GPUs of a part.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int GpusPerTask { get; set; }

    /// <summary>Longest time of a part.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? TimeLimit { get; set; }

    /// <summary>Where the parts run.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Partition { get; set; }

    /// <summary>Most parts that run at once; 0 for no limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaximumRunning { get; set; }

    /// <summary>Further arguments of sbatch.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] ExtraArgument { get; set; } = [];

    /// <summary>The videotools program on the nodes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProgramPath { get; set; }

    /// <summary>Keeps results in the user's own cache.</summary>
    [Parameter]
    public SwitchParameter SharedCache { get; set; }

    /// <summary>Length of a piped video, so that parts become more equal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlexibleTime]
    public TimeSpan? Duration { get; set; }

    /// <summary>Width of the picture of a piped video.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlexibleWhole]
    public int? Width { get; set; }

    /// <summary>Height of the picture of a piped video.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlexibleWhole]
    public int? Height { get; set; }

    /// <summary>Keeps no results.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Computes everything anew and replaces what was kept.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    private protected override CacheMode Cache => NoCache ? CacheMode.Off : Refresh ? CacheMode.Refresh : CacheMode.Use;

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _draft = Checked(() => Engine.Jobs.Create(CreateRequest(), JobCmdlet.IsTrial(this)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var job = Checked(() => JobCmdlet.Submit(this, _draft!, JobCmdlet.IsTrial(this), ShowProgress, StopToken));
        if (job is not null && !StopToken.IsCancellationRequested)
        {
            WriteObject(job);
        }

        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _draft?.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected override void TakeFile(string fullName) => Checked(() => _draft!.Add(fullName, Duration, Width, Height));

    private JobRequest CreateRequest()
    {
        (JobAnalysis Analysis, bool IsWanted)[] switches =
        [
            (JobAnalysis.Template, Template), (JobAnalysis.Scene, Scene), (JobAnalysis.Text, Text), (JobAnalysis.Transcript, Transcript),
            (JobAnalysis.Crop, Crop), (JobAnalysis.CropPath, CropPath), (JobAnalysis.Frame, Frame), (JobAnalysis.Face, Face),
            (JobAnalysis.Activity, Activity), (JobAnalysis.Driver, Driver),
        ];
        if (switches.Where(known => known.IsWanted).ToArray() is not [var wanted])
        {
            throw new ArgumentException("Name one analysis: -" + string.Join(", -", Enum.GetNames<JobAnalysis>()) + ".");
        }

        return new JobRequest(Engine.Jobs.CreateFeature(wanted.Analysis, PlainValue.Row(PSObject.AsPSObject(Option))), new JobOptions
        {
            JobDirectory = System.IO.Path.TrimEndingDirectorySeparator(ResolvePath(JobDirectory)),
            Scheduler = Scheduler,
            PartMinutes = PartMinute,
            TaskCount = TaskCount,
            CpusPerTask = CpusPerTask,
            MemoryPerTask = MemoryPerTask,
            GpusPerTask = GpusPerTask,
            TimeLimit = TimeLimit,
            Partition = Partition,
            MaximumRunning = MaximumRunning,
            ExtraArguments = new ValueList<string>(ExtraArgument),
            ProgramPath = ResolvePath(ProgramPath),
            SharedCache = SharedCache,
        })
        {
            Engine = DecoderOptions,
        };
    }
}

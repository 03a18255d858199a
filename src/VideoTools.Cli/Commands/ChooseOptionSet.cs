namespace VideoTools.Cli.Commands;

/// <summary>The options of the page to choose on, and the wait for it.</summary>
internal sealed class ChooseOptionSet
{
    private static readonly CropPageOptions Defaults = new();
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private readonly Option<bool> _choose = new("--choose")
    {
        Description = "Choose on a page in the browser of this machine; with --export the page writes the video.",
    };

    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Print the address of the page, open no browser." };
    private readonly Option<TimeSpan?> _timeout = OptionFactory.Time(
        "--timeout", "After this time without an input the first candidate is taken; 300 seconds by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_choose, _noBrowser, _timeout];

    /// <summary>True when somebody wants to choose.</summary>
    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_choose);

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="crop">What is measured.</param>
    /// <param name="candidates">How candidates are chosen.</param>
    /// <param name="export">How videos are written; null only chooses.</param>
    /// <param name="aspect">Shape of the crop; null when not given.</param>
    public CropPageOptions Read(
        ParseResult parsed, CropOptions crop, CandidateOptions candidates, CropExportOptions? export, AspectRatio? aspect) => Defaults with
        {
            Crop = crop with { Aspect = export?.Path.Aspect ?? aspect ?? Defaults.Crop.Aspect },
            Candidates = candidates,
            Activity = export?.SpeedUpDull ?? Defaults.Activity,
            Export = export,
            Timeout = parsed.GetValue(_timeout) ?? Defaults.Timeout,
        };

    /// <summary>Lets somebody choose for every input, one after the other.</summary>
    public void Run(ParseResult parsed, CommandRun run, IEnumerable<VideoInput> inputs, CropPageOptions options)
    {
        foreach (var input in inputs)
        {
            run.Try(() =>
            {
                using var page = run.Engine.CropPages.Open(input, options);
                run.Messages.Line($"{input.FullName}: choose on {page.Url}");
                if (!parsed.GetValue(_noBrowser) && !page.TryShow())
                {
                    run.Messages.Line("There is no browser to open; open the address yourself.");
                }

                Write(run, Wait(run, page));
            });
        }
    }

    private static CropChoice Wait(CommandRun run, ICropPage page)
    {
        while (true)
        {
            run.Stop.ThrowIfCancellationRequested();
            var choice = page.Wait(Slice);
            foreach (var warning in page.TakeWarnings())
            {
                run.Messages.Warning(warning);
            }

            if (choice is not null)
            {
                return choice;
            }
        }
    }

    private static void Write(CommandRun run, CropChoice choice)
    {
        if (choice.IsAutomatic)
        {
            run.Messages.Line("Nobody chose in time: the first candidate is taken.");
        }

        if (choice.Video is { } video)
        {
            run.Write(video);
            return;
        }

        if (choice.Speeds.Count > 0)
        {
            run.Messages.Line("Speeds are for a video: choose with --export to have one written.");
        }

        foreach (var record in choice.Mode == CropMode.Static ? [choice.Candidate] : choice.Shots.Cast<object>())
        {
            run.Write(record);
        }
    }
}

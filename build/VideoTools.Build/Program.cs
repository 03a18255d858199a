using VideoTools.Build;

var tasks = new Dictionary<string, (string Help, Func<BuildContext, int> Run)>(StringComparer.OrdinalIgnoreCase)
{
    ["Build"] = ("compile everything; put the module into output/VideoTools and the command line into output/cli", BuildTask.Run),
    ["Test"] = ("build, then run every test; ends with a line 'N passed, N failed'", TestTask.Run),
    ["Demo"] = ("build, then show info, scenes, template, text, speech, best crops and report of a real video", DemoTask.Run),
    ["Pack"] = ("build, then zip the module and the command line; -- all (one module for all), each, or platforms (win-x64, linux-x64-cuda)", PackTask.Run),
    ["Bench"] = ("build, then run the measurements; arguments after -- go to the benchmark program", BenchTask.Run),
    ["Fuzz"] = ("build, then try mutated files: --mutants N, --minutes N, --seed S (docs/fuzz.md)", FuzzTask.Run),
    ["Models"] = ("fetch the optional models (speech tiny and small, hands), then build", FetchTask.Models),
    ["Cuda"] = ("build with the CUDA provider for inference on an NVIDIA GPU (needs CUDA 13); a plain build is without it again", FetchTask.Cuda),
    ["Clean"] = ("delete what the build made (fetched assets and test media stay)", CleanTask.Run),
};

string? task = null;
var configuration = "Release";
var rest = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i].ToLowerInvariant())
    {
        case "-task" or "--task" when i + 1 < args.Length:
            task = args[++i];
            break;
        case "-configuration" or "--configuration" or "-c" when i + 1 < args.Length:
            configuration = args[++i];
            break;
        case "--":
            rest.AddRange(args[(i + 1)..]);
            i = args.Length;
            break;
        default:
            if (task is null)
            {
                task = args[i];
            }
            else
            {
                rest.Add(args[i]);
            }

            break;
    }
}

task ??= "Build";
if (!tasks.TryGetValue(task, out var chosen))
{
    Console.Error.WriteLine($"There is no task '{task}'. Usage: build.sh TASK [-Configuration Release|Debug] [-- ARGUMENTS]");
    foreach (var (name, (help, _)) in tasks)
    {
        Console.Error.WriteLine($"  {name.ToLowerInvariant(),-6} {help}");
    }

    return 2;
}

try
{
    return chosen.Run(new BuildContext(configuration, rest));
}
catch (BuildException failure)
{
    Console.Error.WriteLine("build: " + failure.Message);
    return 1;
}

using System.Diagnostics;

namespace VideoTools.Build;

/// <summary>Where things are, and how a step starts a program.</summary>
internal sealed class BuildContext
{
    public BuildContext(string configuration, IReadOnlyList<string> arguments)
    {
        Configuration = configuration;
        Arguments = arguments;
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "VideoTools.sln")))
        {
            directory = directory.Parent;
        }

        Root = directory?.FullName ?? throw new BuildException("VideoTools.sln is not above the build program.");
    }

    public string Root { get; }

    public string Configuration { get; }

    public IReadOnlyList<string> Arguments { get; }

    public string ModuleDirectory => Path.Combine(Root, "output", "VideoTools");

    public string CliDirectory => Path.Combine(Root, "output", "cli");

    public string CliExecutable => Path.Combine(CliDirectory, OperatingSystem.IsWindows() ? "videotools.exe" : "videotools");

    public string AssetsDirectory => Path.Combine(Root, ".assets");

    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public static void Say(string text) => Console.WriteLine("==> " + text);

    /// <summary>Starts a program with inherited output and waits for it.</summary>
    public int Run(string program, IEnumerable<string> arguments, string? directory = null, bool quiet = false, Dictionary<string, string>? environment = null)
    {
        if (quiet)
        {
            (var code, LastOutput) = Capture(program, arguments, directory, environment);
            return code;
        }

        using var process = Start(program, arguments, directory, environment, isQuiet: false);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Starts a program, waits for it and gives what it printed. Thread-safe.</summary>
    public (int Code, string Output) Capture(
        string program, IEnumerable<string> arguments, string? directory = null, Dictionary<string, string>? environment = null)
    {
        using var process = Start(program, arguments, directory, environment, isQuiet: true);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private Process Start(string program, IEnumerable<string> arguments, string? directory, Dictionary<string, string>? environment, bool isQuiet)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory ?? Root,
            RedirectStandardOutput = isQuiet,
            RedirectStandardError = isQuiet,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new BuildException($"'{program}' could not be started.");
    }

    /// <summary>What the last quiet run printed.</summary>
    public string LastOutput { get; private set; } = "";

    /// <summary>Runs a program that must succeed.</summary>
    public void MustRun(string step, string program, params string[] arguments)
    {
        var code = Run(program, arguments);
        if (code != 0)
        {
            throw new BuildException($"{step} failed: {program} ended with {code}.");
        }
    }

    /// <summary>Copies a folder and all below it.</summary>
    public static void CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe", program + ".cmd" } : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(d => names.Select(n => Path.Combine(d, n)))
            .FirstOrDefault(File.Exists);
    }
}

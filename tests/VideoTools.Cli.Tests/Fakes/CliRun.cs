using System.Text;
using VideoTools.Cli.Hosting;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Runs one command line in this process, in a directory of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();

    public CliRun(Func<int, VideoInput, IEnumerable<VideoEvent>> script)
    {
        Engine = new FakeEngine(script);
        Directory = System.IO.Directory.CreateTempSubdirectory("videotools-cli-").FullName;
    }

    public FakeEngine Engine { get; init; }

    public string Directory { get; }

    public bool IsOutputTerminal { get; init; }

    public Func<bool> IsReaderGone { get; init; } = () => false;

    public CancellationToken Stop { get; init; }

    public Stream? OutputStream { get; init; }

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string[] OutputLines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Error => _error.ToString();

    /// <summary>The options of the only feature of the first request.</summary>
    public T Options<T>() => Assert.IsType<T>(Assert.Single(Assert.IsType<AnalysisRequest>(Engine.Requests[0]).Features));

    public string Touch(params string[] parts)
    {
        var path = Path.Combine([Directory, .. parts]);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [1]);
        return path;
    }

    public int Run(params string[] arguments) => CliApplication.Run(arguments, new CliHost
    {
        CreateEngine = () => Engine,
        Output = OutputStream ?? _output,
        Error = _error,
        WorkingDirectory = Directory,
        IsOutputTerminal = IsOutputTerminal,
        IsReaderGone = IsReaderGone,
        Stop = Stop,
    });

    public void Dispose()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }
}

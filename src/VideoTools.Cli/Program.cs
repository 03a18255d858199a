using System.Runtime.InteropServices;
using System.Text;
using VideoTools.Cli.Output;
using VideoTools.Engine;

namespace VideoTools.Cli;

/// <summary>The process: standard streams, signals, exit code.</summary>
internal static class Program
{
    // Longer than the children and threads are waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static int Main(string[] arguments)
    {
        if (arguments is [VideoEngine.TryDeviceArgument, var device])
        {
            return VideoEngine.TryDevice(device);
        }

        using var stop = new CancellationTokenSource();
        var signalled = 0;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, ExitCode.Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, ExitCode.Terminated));

        if (OperatingSystem.IsWindows())
        {
            // Records are written as UTF-8; elsewhere terminals expect that already.
            Console.OutputEncoding = Encoding.UTF8;
        }

        using var output = StandardOutput.Open(out var isReaderGone);
        try
        {
            var code = CliApplication.Run(arguments, new CliHost
            {
                CreateEngine = VideoEngine.Create,
                Output = output,
                Error = Console.Error,
                ProgramPath = ProgramPath(),
                WorkingDirectory = Environment.CurrentDirectory,
                IsOutputTerminal = !Console.IsOutputRedirected,
                TerminalWidth = Width(),
                IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
                IsReaderGone = isReaderGone,
                Stop = stop.Token,
            });
            return signalled == 0 ? code : signalled;
        }
        catch (IOException) when (isReaderGone())
        {
            return ExitCode.Success;
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine("videotools: OutputUnwritable: " + exception.Message);
            return ExitCode.SomeFailed;
        }

        // Started as "dotnet videotools.dll" the program is that file.
        static string? ProgramPath() =>
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                ? typeof(Program).Assembly.Location
                : Environment.ProcessPath;

        // 0 where the terminal does not say.
        static int Width() => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth;

        void End(PosixSignalContext context, int code)
        {
            // Not the runtime's own way out: the children have to end first. A second signal, or a call that waits for the system and
            // hears of nothing, is no reason to stay: what is left of the children ends with their pipes.
            context.Cancel = true;
            var patience = Interlocked.Exchange(ref signalled, code) == 0 ? Patience : TimeSpan.Zero;
            new Thread(() =>
            {
                Thread.Sleep(patience);
                Environment.Exit(code);
            })
            {
                IsBackground = true, Name = "Last way out",
            }.Start();
            stop.Cancel();
        }
    }
}

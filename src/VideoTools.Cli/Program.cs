using System.Runtime.InteropServices;
using System.Text;
using VideoTools.Cli.Output;
using VideoTools.Engine;

namespace VideoTools.Cli;

/// <summary>The process: standard streams, signals, exit code.</summary>
internal static class Program
{
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

        // 0 where the terminal does not say.
        static int Width() => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth;

        void End(PosixSignalContext context, int code)
        {
            // Not the runtime's own way out: the children have to end first.
            context.Cancel = true;
            signalled = code;
            stop.Cancel();
        }
    }
}

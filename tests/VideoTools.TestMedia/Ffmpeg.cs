using System.Diagnostics;
using System.Text;

namespace VideoTools.TestMedia;

/// <summary>Starts ffmpeg for the generator. Not the product's decoder: the tests need a second, independent way to pixels.</summary>
public static class Ffmpeg
{
    private static readonly Lazy<bool> LazyAvailable = new(() => CanStart("ffmpeg") && CanStart("ffprobe"));

    public static bool IsAvailable => LazyAvailable.Value;

    /// <summary>Runs ffmpeg to its end. Throws with the last lines of stderr when it fails.</summary>
    public static void Run(params IReadOnlyList<string> arguments) => Execute("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments], null);

    /// <summary>Runs ffmpeg and hands back what it wrote to stdout.</summary>
    public static byte[] Capture(params IReadOnlyList<string> arguments) =>
        Execute("ffmpeg", ["-v", "error", "-nostdin", .. arguments], null);

    /// <summary>Runs ffprobe and hands back its stdout, trimmed.</summary>
    public static string Probe(params IReadOnlyList<string> arguments) =>
        Encoding.UTF8.GetString(Execute("ffprobe", ["-v", "error", .. arguments], null)).Trim();

    /// <summary>Runs ffmpeg with <paramref name="feed"/> writing its stdin.</summary>
    public static void Feed(IReadOnlyList<string> arguments, Action<Stream> feed) =>
        Execute("ffmpeg", ["-v", "error", "-y", .. arguments], feed);

    internal static Process Start(string program, IReadOnlyList<string> arguments, bool withInput)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = withInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static byte[] Execute(string program, IReadOnlyList<string> arguments, Action<Stream>? feed)
    {
        using var process = Start(program, arguments, feed is not null);
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        Exception? feedError = null;
        if (feed is not null)
        {
            try
            {
                using var input = process.StandardInput.BaseStream;
                feed(input);
            }
            catch (IOException exception)
            {
                // ffmpeg closed the pipe: its own message, below, says why.
                feedError = exception;
            }
        }

        reading.GetAwaiter().GetResult();
        var text = errors.GetAwaiter().GetResult();
        process.WaitForExit();
        if (process.ExitCode != 0 || feedError is not null)
        {
            var tail = text.Length > 2000 ? text[^2000..] : text;
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed ({process.ExitCode}): {tail}", feedError);
        }

        return output.ToArray();
    }

    private static bool CanStart(string program)
    {
        try
        {
            using var process = Start(program, ["-version"], withInput: false);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

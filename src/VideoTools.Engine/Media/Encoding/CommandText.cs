// Method: the rules that .NET reads ProcessStartInfo.Arguments by on every platform, and that Windows programs read theirs by: white
// space parts arguments outside of quotes, a quote inside is \", and only backslashes before a quote are doubled. Cost: linear.
using System.Text;
using FFMpegCore.Arguments;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>
/// The one place where names and texts become part of a command line. FFMpegCore puts them between quotes as they are, so that a file
/// called <c>x" -f null - -i "y.mkv</c> would add options; nothing reaches its builder but through here.
/// </summary>
internal static class CommandText
{
    /// <summary>Options and their values as one argument of the builder; every one of them stays one argument of ffmpeg.</summary>
    public static IArgument Options(params IEnumerable<string> options) => new Argument(string.Join(' ', options.Select(Quote)));

    /// <summary>The input: a local file, however it is called.</summary>
    public static IInputArgument Input(string url) => new Argument("-i " + Quote(url));

    /// <summary>The output.</summary>
    public static IOutputArgument Output(string url) => new Argument(Quote(url));

    /// <summary>One argument in quotes.</summary>
    /// <exception cref="ArgumentException">It holds a null character, which ends an argument on every system.</exception>
    public static string Quote(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        if (argument.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A null character cannot be part of a command line.", nameof(argument));
        }

        var text = new StringBuilder(argument.Length + 2).Append('"');
        var backslashes = 0;
        foreach (var character in argument)
        {
            if (character == '\\')
            {
                backslashes++;
                continue;
            }

            text.Append('\\', character == '"' ? (2 * backslashes) + 1 : backslashes).Append(character);
            backslashes = 0;
        }

        return text.Append('\\', 2 * backslashes).Append('"').ToString();
    }

    private sealed class Argument(string text) : IInputArgument, IOutputArgument
    {
        public string Text => text;

        public void Pre(FFMpegCore.FFOptions ffOptions)
        {
        }

        public Task During(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Post()
        {
        }
    }
}

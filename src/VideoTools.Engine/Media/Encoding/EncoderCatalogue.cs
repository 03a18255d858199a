// Method: "ffmpeg -encoders" once a file of ffmpeg and process, "-h encoder=NAME" once an encoder that is used. Cost: 80 ms each.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The encoders that an ffmpeg has.</summary>
internal sealed partial class EncoderCatalogue
{
    private static readonly ConcurrentDictionary<string, EncoderCatalogue> All = new(StringComparer.Ordinal);

    private readonly FfmpegTools _tools;
    private readonly Lazy<IReadOnlyList<string>> _names;
    private readonly ConcurrentDictionary<string, VideoEncoder> _encoders = new(StringComparer.Ordinal);

    private EncoderCatalogue(FfmpegTools tools)
    {
        _tools = tools;
        _names = new Lazy<IReadOnlyList<string>>(() =>
        {
            var listed = EncoderLine().Matches(Ask(["-encoders"])).Select(match => match.Groups[1].Value).ToArray();
            return [.. EncoderFamily.Names.Where(listed.Contains)];
        });
    }

    /// <summary>Those of the encoders used here that it has. A hardware encoder is there without the hardware, too.</summary>
    public IReadOnlyList<string> Names => _names.Value;

    /// <summary>The catalogue of an ffmpeg.</summary>
    public static EncoderCatalogue Of(FfmpegTools tools) => All.GetOrAdd(tools.Ffmpeg, _ => new EncoderCatalogue(tools));

    /// <summary>An encoder by its name.</summary>
    /// <exception cref="VideoToolsException">EncoderMissing.</exception>
    public VideoEncoder Get(string name)
    {
        if (!Names.Contains(name))
        {
            throw new VideoToolsException(
                VideoErrorId.EncoderMissing,
                _tools.Ffmpeg,
                $"'{_tools.Ffmpeg}' has no encoder '{name}' that videos are written with.",
                Names.Count > 0 ? $"Choose one of {string.Join(", ", Names)}." : "Install an ffmpeg with libx264.");
        }

        return _encoders.GetOrAdd(
            name, _ => new VideoEncoder(name, EncoderFamily.CodecOf(name)!, Formats(Ask(["-h", "encoder=" + name]))));
    }

    private const int MaxAnswer = 1 << 20;

    internal static IReadOnlyList<string> Formats(string help) =>
        FormatLine().Match(help) is { Success: true } match ? match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private string Ask(string[] question)
    {
        using var child = ChildProcess.Start(_tools.Ffmpeg, ["-hide_banner", .. question], _ => { });
        using var reader = new StreamReader(child.Output, System.Text.Encoding.UTF8);
        var text = new char[MaxAnswer];
        var answer = new string(text, 0, reader.ReadBlock(text));
        if (answer.Length < MaxAnswer)
        {
            child.WaitForExit(TimeSpan.FromSeconds(10));
        }

        return answer;
    }

    [GeneratedRegex(@"^\s*V[.A-Z]{5}\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex EncoderLine();

    [GeneratedRegex(@"^\s*Supported pixel formats:([^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex FormatLine();
}

using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Looks at packets and frames of files that are cut.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
/// <param name="stallTimeout">A child that says nothing for so long is ended.</param>
internal sealed class StreamInspector(FfmpegTools tools, TimeSpan stallTimeout)
{
    /// <summary>Reads every packet of a file's video stream, without decoding.</summary>
    /// <exception cref="VideoToolsException">DecoderFailed.</exception>
    public void ReadPackets(ProbeResult source, CleanCuts cuts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(cuts);
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", .. InputSafety.InputOptions,
            "-select_streams", FormattableString.Invariant($"{source.VideoStreamIndex}"),
            "-show_entries", "packet=pts,flags", "-of", "csv=p=0", "-i", InputSafety.Url(source.Info.FullName),
        ];
        Run(tools.Ffprobe, arguments, source.Info.FullName, line =>
        {
            // "2048,K_", "1024,__", "-512,KD"; more fields may follow.
            var parts = line.Split(',');
            if (parts.Length >= 2)
            {
                var isKnown = long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pts);
                cuts.Add(isKnown ? pts : null, parts[1].StartsWith('K'), !parts[1].Contains('D', StringComparison.Ordinal));
            }
        }, cancellationToken);
    }

    /// <summary>Hashes of decoded frames.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="from">Frames before it are decoded and passed over; 0 for the start.</param>
    /// <param name="count">Most frames.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <exception cref="VideoToolsException">DecoderFailed.</exception>
    public IReadOnlyList<string> HashFrames(ProbeResult source, double from, long count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<string> arguments = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", .. InputSafety.InputOptions];

        // From a key frame well before: that is what a part that begins at one must not need.
        var seek = Math.Max(0, from - 1);
        if (seek > 0)
        {
            arguments.AddRange(["-ss", Seconds(seek)]);
        }

        arguments.AddRange(
        [
            "-i", InputSafety.Url(source.Info.FullName),
            "-map", FormattableString.Invariant($"0:{source.VideoStreamIndex}"), "-vf", "trim=start=" + Seconds(Math.Max(0, from - seek)),
            source.Build.HasFpsMode ? "-fps_mode:v" : "-vsync", "passthrough",
            "-frames:v", FormattableString.Invariant($"{count}"), "-f", "framemd5", "pipe:1",
        ]);
        List<string> hashes = [];
        Run(tools.Ffmpeg, arguments, source.Info.FullName, line =>
        {
            if (!line.StartsWith('#'))
            {
                hashes.Add(line[(line.LastIndexOf(',') + 1)..].Trim());
            }
        }, cancellationToken);
        return hashes;
    }

    private static string Seconds(double value) => value.ToString("F6", CultureInfo.InvariantCulture);

    private void Run(
        string program, IReadOnlyList<string> arguments, string fullName, Action<string> onLine, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tail = new TextTail();
        using var child = ChildProcess.Start(program, arguments, tail.Add);
        using var onCancel = cancellationToken.Register(child.Kill);
        using var watched = new WatchedStream(child.Output, stallTimeout, child.Kill);
        BoundedLineReader.ReadAll(watched, onLine);
        var exitCode = child.WaitForExit(TimeSpan.FromSeconds(30));
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw ChildEnd.Error(exitCode, fullName, "ffmpeg") ?? new VideoToolsException(
                VideoErrorId.DecoderFailed,
                fullName,
                $"'{fullName}' could not be read to its end. ffmpeg: {tail}",
                "Check whether a player can show it.");
        }
    }
}

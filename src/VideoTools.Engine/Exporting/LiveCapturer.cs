// Method: the packets of the source go into files under temporary names; each gets its own name when it is whole. When the source is cut
// the file is whole up to there, and goes on in another one when the source is back. Cost: next to nothing, except where pictures come
// raw.
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Media.Live;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>Records live sources. Thread-safe.</summary>
/// <param name="request">Where to.</param>
internal sealed class LiveCapturer(CaptureRequest request) : IJobRunner
{
    private readonly CaptureOptions _options = request.Options;

    /// <summary>Checks the options before anything is opened.</summary>
    /// <exception cref="ArgumentException">One is out of range; the message names it.</exception>
    public static void Validate(CaptureOptions options)
    {
        if (!Path.IsPathFullyQualified(options.Destination) || Path.GetFileName(options.Destination).Length == 0)
        {
            throw new ArgumentException("Path must name the file to write.");
        }

        if (OutputContainer.Find(options.Destination) is null or { Muxer: "webm" })
        {
            var takes = OutputContainer.All.Where(container => container.Muxer != "webm").Select(container => container.Extension);
            throw new ArgumentException($"Path must end with one of {string.Join(", ", takes)}.");
        }

        if (options.SegmentSeconds is not null and not (>= 1 and <= 86400))
        {
            throw new ArgumentException("SegmentDuration must be 1 to 86400 seconds.");
        }
    }

    /// <summary>The path of a piece: the file's own for a single one, numbers before the extension for others.</summary>
    internal static string NameOf(CaptureOptions options, int index)
    {
        var path = options.Destination;
        return index == 1 && options.SegmentSeconds is null ? path : Path.Combine(
            Path.GetDirectoryName(path)!,
            string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}_{index:000}{Path.GetExtension(path)}"));
    }

    public void Run(JobHost host)
    {
        var input = host.Job.Input;
        var source = input.Live ?? throw new VideoToolsException(
            VideoErrorId.SourceInvalid, input.FullName, $"'{input.FullName}' is a file, nothing to record.", "Name a camera or stream.");
        var subject = new OutputSubject($"The recording of '{source.Name}'", Advice: "choose another name");
        WholeFiles.Check(NameOf(_options, 1), _options.Force, subject);
        using var pieces = new WholePieces(subject, _options.Force, Path.GetDirectoryName(_options.Destination)!);
        using var connection = new LiveConnection(request.Engine, source, host.Warn, TimeProvider.System);
        var found = connection.Probe(host.Cancellation);
        if (input.To is { } length)
        {
            Interlocked.Exchange(ref host.Job.LengthTicks, length.Ticks);
        }

        var count = 0;
        var recorder = new LiveRecorder(connection, OutputContainer.Find(_options.Destination)!, pieces.Pattern);
        try
        {
            recorder.Record(
                found,
                _options.SegmentSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                input.To,
                Publish,
                written => Interlocked.Exchange(ref host.Job.PositionTicks, written.Ticks),
                host.Cancellation);
        }
        catch (VideoToolsException full) when (full.Error.Id == VideoErrorId.DiskFull)
        {
            throw Full(source, count);
        }

        host.Cancellation.ThrowIfCancellationRequested();
        if (count == 0)
        {
            throw new VideoToolsException(
                VideoErrorId.NoFrames,
                source.Name,
                $"'{source.Name}' gave no picture to record in that time.",
                "Give a longer -Duration.");
        }

        void Publish(string temporary)
        {
            var path = NameOf(_options, ++count);
            pieces.Publish(temporary, path);
            Emit(host, path, source, LiveRecorder.EncoderOf(found), count);
        }
    }

    private VideoToolsException Full(LiveSource source, int count) => new(
        VideoErrorId.DiskFull,
        source.Name,
        $"The recording of '{source.Name}' ended: the drive of '{Path.GetDirectoryName(_options.Destination)}' is full. "
            + (count == 0 ? "Nothing of it is whole, nothing is kept."
                : $"What was whole is kept: {count} {(count == 1 ? "file" : "files")}, the last '{NameOf(_options, count)}'."),
        "Make room, or record to another drive.");

    // A recording that was ended by the user is there; nobody takes the record of it.
    private void Emit(JobHost host, string path, LiveSource source, string encoder, int index)
    {
        if (host.Cancellation.IsCancellationRequested)
        {
            return;
        }

        var (ended, info) = (DateTimeOffset.UtcNow, Prober.Create(request.Engine).Probe(path, false, host.Cancellation).Info);
        var duration = info.Duration.GetValueOrDefault();
        host.Emit(new CapturedVideo
        {
            FullName = path,
            Source = source.Name,
            Index = index,
            ClockTime = TimeText.FormatClock(ended - duration),
            Duration = duration,
            Width = info.Width,
            Height = info.Height,
            Length = info.Length,
            Encoder = encoder,
        });
    }
}

// Method: parts follow one another as the files of the input do, and the records of a part as its files: what is read is one part after
// another, a line at a time. An error says behind how many records of its part it belongs. Of a part that was set aside the files that are
// finished are read from its best try. Units: none. Cost: a line in memory; while it waits, one listing and one look at the queue now and
// then (every 10 seconds at most).
using VideoTools.Engine.Features;

namespace VideoTools.Engine.Jobs;

/// <summary>Reads what a job has found.</summary>
internal sealed class JobReceiver(JobSettings settings, FeatureRegistry registry)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly JobFolder _folder = settings.Folder;
    private readonly Type _type = registry.Get(settings.Request.Feature).RecordTypes.Single();

    /// <summary>Reads the records and failures.</summary>
    /// <param name="wait">True waits for parts that are not done, as long as something works on them.</param>
    /// <param name="unordered">True gives parts as they are done.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public IEnumerable<VideoEvent> Receive(bool wait, bool unordered, CancellationToken cancellation)
    {
        List<PartLine> left = [.. JobTable.Read(_folder)];
        var pause = FirstWait;
        while (left.Count > 0)
        {
            var (done, aside) = _folder.Scan();
            var taken = 0;
            for (var i = 0; i < left.Count && !cancellation.IsCancellationRequested; i++)
            {
                var part = left[i];
                var isDone = done.Contains(part.Part);
                if (!isDone && !aside.Contains(part.Part))
                {
                    if (wait && !unordered)
                    {
                        break;
                    }

                    continue;
                }

                foreach (var next in isDone ? Done(part) : SetAside(part))
                {
                    yield return next;
                }

                left.RemoveAt(i--);
                taken++;
            }

            if (cancellation.IsCancellationRequested || !wait)
            {
                break;
            }

            if (taken > 0)
            {
                pause = FirstWait;
            }
            else if (left.Count > 0)
            {
                if (!IsWorkedOn(left))
                {
                    break;
                }

                cancellation.WaitHandle.WaitOne(pause);
                pause = pause * 2 < LongestWait ? pause * 2 : LongestWait;
            }
        }

        if (left.Count > 0 && !cancellation.IsCancellationRequested)
        {
            var files = left.Sum(part => part.Count);
            yield return new WarningEvent(0, _folder.Path, FormattableString.Invariant(
                $"{left.Count} parts with {files} files of '{_folder.Path}' are not done; Get-VideoJob (videotools job) says more."));
        }
    }

    // Again after a look that found nothing: a part may have become done between the listing and the look at the queue.
    private bool IsWorkedOn(List<PartLine> left)
    {
        var queue = new JobStatus(settings, registry).Queue();
        if (left.Exists(part => queue(part.Part) is not null))
        {
            return true;
        }

        var (done, aside) = _folder.Scan();
        return left.Exists(part => done.Contains(part.Part) || aside.Contains(part.Part));
    }

    private IEnumerable<VideoEvent> Done(PartLine part) =>
        Read(part, _folder.Records(part.Part), long.MaxValue, _folder.Errors(part.Part), long.MaxValue);

    private IEnumerable<VideoEvent> SetAside(PartLine part)
    {
        var best = _folder.Tries(part.Part).Select(number => TryState.Read(_folder, part.Part, number)).OfType<TryState>()
            .MaxBy(state => state.Last.Files);
        if (best is not null)
        {
            var records = Read(
                part, _folder.Try(part.Part, best.Number, PartTry.RecordsExtension), best.Last.Records,
                _folder.Try(part.Part, best.Number, PartTry.ErrorsExtension), best.Last.ErrorBytes);
            foreach (var next in records)
            {
                yield return next;
            }
        }

        var reason = JobJson.Read<DoneFile>(_folder, _folder.SetAside(part.Part))?.Reason ?? "";
        var number = part.First + (best?.Last.Files ?? 0);
        foreach (var file in JobTable.Files(_folder, part).Skip(best?.Last.Files ?? 0))
        {
            yield return new FailureEvent(number++, file.Path, new VideoError(
                VideoErrorId.PartFailed, file.Path,
                FormattableString.Invariant($"'{file.Path}' was not analysed: part {part.Part} of the job failed three times. {reason}"),
                "Correct that, then try again with Resume-VideoJob (videotools resume)."));
        }
    }

    private IEnumerable<VideoEvent> Read(PartLine part, string recordsPath, long most, string errorsPath, long errorBytes)
    {
        using var errors = Errors(errorsPath, errorBytes).GetEnumerator();
        var hasError = errors.MoveNext();
        var count = 0L;
        foreach (var record in Records(recordsPath).TakeWhile(_ => count < most))
        {
            for (; hasError && errors.Current.After <= count; hasError = errors.MoveNext())
            {
                yield return Failure(part, errors.Current);
            }

            count++;
            yield return new RecordEvent(part.First, FileOf(record), record);
        }

        for (; hasError; hasError = errors.MoveNext())
        {
            yield return Failure(part, errors.Current);
        }
    }

    private static FailureEvent Failure(PartLine part, ErrorLine error) => new(part.First, error.FullName, error.ToError());

    private static string FileOf(object record) => RecordSchema.Of(record.GetType()).Find("FullName")?.Get(record) as string ?? "";

    private IEnumerable<ErrorLine> Errors(string path, long bytes)
    {
        var length = 0L;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            length += Encoding.UTF8.GetByteCount(line) + 1;
            if (length > bytes)
            {
                yield break;
            }

            yield return Parsed(path, line, text => JobJson.Parse<ErrorLine>(text));
        }
    }

    private IEnumerable<object> Records(string path) => Lines(path).Select(line => Parsed(path, line, text =>
    {
        using var json = JsonDocument.Parse(text);
        return RecordJson.Read(json.RootElement, _type);
    }));

    private IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.ReadLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw JobJson.Invalid(_folder, path, exception);
        }
    }

    private T Parsed<T>(string path, string line, Func<string, T> parse)
    {
        try
        {
            return parse(line);
        }
        catch (JsonException exception)
        {
            throw JobJson.Invalid(_folder, path, exception);
        }
    }
}

// Method: a try writes records and errors of its files one after another, and a line into its index whenever a file is finished and its
// bytes are on the disk: what the last whole line says is finished. The next try begins with a copy of that, in files of its own, so that
// a process that was taken for dead and goes on writing harms nobody. What is finished of a part is always its first files, whose bytes
// follow from the files alone: a part has the same bytes however often it was begun. Cost: two or three fsyncs a file; a copy of the
// part's records a try.
using System.Buffers;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs;

/// <summary>One try of a part, while it runs.</summary>
internal sealed class PartTry : IDisposable
{
    /// <summary>Ends the name of the index of a try.</summary>
    public const string IndexExtension = ".index";

    /// <summary>Ends the name of its records.</summary>
    public const string RecordsExtension = ".records";

    /// <summary>Ends the name of its errors.</summary>
    public const string ErrorsExtension = ".errors";

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly AppendFile _index;
    private readonly AppendFile _records;
    private readonly AppendFile _errors;

    private PartTry(JobFolder folder, int part, int number, AppendFile index)
    {
        Number = number;
        _index = index;
        _records = new AppendFile(folder.Try(part, number, RecordsExtension));
        _errors = new AppendFile(folder.Try(part, number, ErrorsExtension));
    }

    /// <summary>Number of the try, from 1.</summary>
    public int Number { get; }

    /// <summary>How far it is.</summary>
    public TryLine Last { get; private set; } = new();

    /// <summary>Records written, of files that are not finished, too.</summary>
    public long Records { get; private set; }

    /// <summary>Begins a try: with what another one has finished.</summary>
    /// <param name="folder">The job.</param>
    /// <param name="part">Number of the part.</param>
    /// <param name="number">Number of the try, if it is free.</param>
    /// <param name="best">The try that finished most; null for none.</param>
    /// <param name="start">Who begins it.</param>
    public static PartTry Begin(JobFolder folder, int part, int number, TryState? best, TryLine start)
    {
        AppendFile? index = null;
        while (index is null)
        {
            try
            {
                index = new AppendFile(folder.Try(part, number, IndexExtension));
            }
            catch (IOException) when (File.Exists(folder.Try(part, number, IndexExtension)))
            {
                // Somebody else began the same part a moment ago.
                number++;
            }
        }

        var begun = new PartTry(folder, part, number, index);
        if (best is not null)
        {
            begun._records.CopyFrom(folder.Try(part, best.Number, RecordsExtension), best.Last.Bytes);
            begun._errors.CopyFrom(folder.Try(part, best.Number, ErrorsExtension), best.Last.ErrorBytes);
            begun.Records = best.Last.Records;
            start = start with
            {
                Files = best.Last.Files, Failed = best.Last.Failed, Records = best.Last.Records, Bytes = best.Last.Bytes,
                ErrorBytes = best.Last.ErrorBytes, VideoSeconds = best.Last.VideoSeconds, WallSeconds = best.Last.WallSeconds,
                CpuSeconds = best.Last.CpuSeconds, PeakMemory = best.Last.PeakMemory,
            };
        }

        begun.Commit(start);
        return begun;
    }

    /// <summary>Writes a record of the file that is worked on.</summary>
    public void Write(object record)
    {
        _line.ResetWrittenCount();
        RecordLine.Write(_line, record);
        _records.Write(_line.WrittenSpan);
        Records++;
    }

    /// <summary>Writes the error of the file that is worked on.</summary>
    public void Write(VideoError error) => _errors.Write(JobJson.Line(new ErrorLine
    {
        After = Records,
        Id = error.Id,
        FullName = error.FullName,
        Message = error.Message,
        RecommendedAction = error.RecommendedAction,
    }));

    /// <summary>Says how far the try is: everything written so far is finished.</summary>
    public void Commit(TryLine line)
    {
        _records.Flush();
        if (_errors.Length > Last.ErrorBytes)
        {
            _errors.Flush();
        }

        Append(line with { Records = Records, Bytes = _records.Length, ErrorBytes = _errors.Length });
    }

    /// <summary>Says why it ends before its part is done; what was written of unfinished files does not count.</summary>
    public void End(bool isStop, string reason) => Append(Last with { IsStop = isStop, Reason = reason });

    public void Dispose()
    {
        _records.Dispose();
        _errors.Dispose();
        _index.Dispose();
    }

    private void Append(TryLine line)
    {
        Last = line with { Time = DateTimeOffset.UtcNow };
        _index.Write(JobJson.Line(Last));
        _index.Flush();
    }
}

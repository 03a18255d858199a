using CsvHelper;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.States;

/// <summary>Reads states that were written as CSV or NDJSON, by either shell.</summary>
internal static class StateFiles
{
    private const long MaximumBytes = 1 << 30;
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Reads a file of states or answers.</summary>
    public static IReadOnlyList<VideoState> Read(string path, Action<VideoError> report)
    {
        try
        {
            var text = TextFile.ReadText(path, MaximumBytes) ?? throw new FormatException("it has more than a gigabyte.");
            var isJson = text.AsSpan().TrimStart().StartsWith("{");
            return [.. States(isJson ? Objects(text) : Rows(text), path, report)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or JsonException
            or DecoderFallbackException)
        {
            report(File.Exists(path)
                ? Invalid(path, $"'{path}' cannot be read as states: {exception.Message}") with { Exception = exception }
                : new VideoError(VideoErrorId.FileNotFound, path, $"There is no file '{path}'.", "Correct the path."));
            return [];
        }
    }

    // A row with a question is an answer.
    private static IEnumerable<VideoState> States(IEnumerable<Func<string, object?>> rows, string path, Action<VideoError> report)
    {
        var maker = new StateMaker();
        foreach (var (number, row) in rows.Index())
        {
            var problem = "";
            VideoState? state = null;
            if (RecordReader.IsPresent(row(nameof(VideoAnswer.Question))))
            {
                if (RecordReader.TryRead<VideoAnswer>(row, out var answer, out problem))
                {
                    state = TryAdd(maker, answer, out problem);
                }
            }
            else
            {
                RecordReader.TryRead(row, out state, out problem);
            }

            if (state is not null)
            {
                yield return state;
            }
            else if (problem.Length > 0)
            {
                report(Invalid(path, FormattableString.Invariant($"Row {number + 1} of '{path}' is passed over: {problem}")));
            }
        }

        foreach (var state in maker.Finish())
        {
            yield return state;
        }
    }

    private static VideoState? TryAdd(StateMaker maker, VideoAnswer answer, out string problem)
    {
        problem = "";
        try
        {
            return maker.Add(answer);
        }
        catch (ArgumentException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private static IEnumerable<Func<string, object?>> Objects(string text)
    {
        foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            using var document = JsonInput.Parse(line, default);
            var row = document.RootElement.Clone();
            yield return name => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
    }

    private static IEnumerable<Func<string, object?>> Rows(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];

        // Names of columns hold none of the three, so whichever the header has most of divides it.
        var delimiter = Delimiters.MaxBy(d => header.Count(c => c == d));
        using var csv = CsvReader.FromText(
            text, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover });
        if (!csv.Read())
        {
            yield break;
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            columns.TryAdd(csv.GetString(i), i);
        }

        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            yield return name => columns.TryGetValue(name, out var i) && i < cells.Length ? cells[i] : null;
        }
    }

    private static VideoError Invalid(string path, string message) => new(
        VideoErrorId.StateInvalid, path, message, "Write it with Export-Csv, or with videotools query --format csv or ndjson.");
}

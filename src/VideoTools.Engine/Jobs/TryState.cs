namespace VideoTools.Engine.Jobs;

/// <summary>What is known of a try of a part from its files.</summary>
/// <param name="Number">Number of the try, from 1.</param>
/// <param name="First">Its first line.</param>
/// <param name="Last">Its last whole line.</param>
internal sealed record TryState(int Number, TryLine First, TryLine Last)
{
    /// <summary>Tries of one part that may fail in a row without finishing a file.</summary>
    public const int MostFailures = 3;

    /// <summary>True when it ended without having finished a file, and nobody asked it to.</summary>
    public bool IsFailure => !Last.IsStop && Last.Files == First.Files;

    /// <summary>Reads a try; null when not even its first line is whole, or its records are not all there.</summary>
    public static TryState? Read(JobFolder folder, int part, int number)
    {
        try
        {
            TryLine? first = null;
            TryLine? last = null;
            var records = Length(folder.Try(part, number, PartTry.RecordsExtension));
            var errors = Length(folder.Try(part, number, PartTry.ErrorsExtension));
            foreach (var line in File.ReadLines(folder.Try(part, number, PartTry.IndexExtension)))
            {
                // The last line of a machine that died may be half a line, or be there before the bytes that it speaks of.
                if (Parse(line) is not { } read || read.Bytes > records || read.ErrorBytes > errors)
                {
                    break;
                }

                first ??= read;
                last = read;
            }

            return first is null ? null : new TryState(number, first, last!);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Tries in a row, back from the last, that failed.</summary>
    public static int Failures(IEnumerable<TryState?> tries) =>
        tries.Reverse().TakeWhile(state => state is null or { IsFailure: true }).Count();

    private static TryLine? Parse(string line)
    {
        try
        {
            return JobJson.Parse<TryLine>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

using System.Text.Encodings.Web;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs;

/// <summary>Records as lines and files of JSON, and back.</summary>
internal static class JobJson
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A record as a line.</summary>
    public static byte[] Line(object record) => [.. JsonText.ToBytes(OneLine, json => RecordJson.WriteColumns(json, record)), (byte)'\n'];

    /// <summary>A record as a file that a person reads.</summary>
    public static byte[] File(object record) => JsonText.ToFile(json => RecordJson.WriteColumns(json, record));

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is none of this type.</exception>
    public static T Parse<T>(string line)
        where T : class
    {
        using var document = JsonDocument.Parse(line);
        return (T)RecordJson.Read(document.RootElement, typeof(T));
    }

    /// <summary>Reads a file; null when it is not there.</summary>
    /// <exception cref="VideoToolsException">JobInvalid: it holds something else.</exception>
    public static T? Read<T>(JobFolder folder, string path)
        where T : class
    {
        try
        {
            return System.IO.File.Exists(path) ? Parse<T>(RegularFile.ReadAllText(path)) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Invalid(folder, path, exception);
        }
    }

    /// <summary>The lines of a file.</summary>
    /// <exception cref="VideoToolsException">JobInvalid: it is not there, or holds something else.</exception>
    public static IEnumerable<T> Lines<T>(JobFolder folder, string path, long offset = 0)
        where T : class
    {
        using var reader = Open(folder, path, offset);
        while (reader.ReadLine() is { } line)
        {
            T record;
            try
            {
                record = Parse<T>(line);
            }
            catch (JsonException exception)
            {
                throw Invalid(folder, path, exception);
            }

            yield return record;
        }
    }

    /// <summary>The error of a file that is not what it should be.</summary>
    public static VideoToolsException Invalid(JobFolder folder, string path, Exception cause) => new(
        VideoErrorId.JobInvalid, folder.Path, $"'{path}' of the job in '{folder.Path}' cannot be read: {cause.Message}",
        "Submit the job again, into another folder.", cause);

    private static StreamReader Open(JobFolder folder, string path, long offset)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(offset, SeekOrigin.Begin);
            return new StreamReader(stream, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Invalid(folder, path, exception);
        }
    }
}

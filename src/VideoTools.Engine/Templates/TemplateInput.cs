using CsvHelper;

namespace VideoTools.Engine.Templates;

/// <summary>What is said of files that should hold templates, or rows like those of templates.</summary>
internal static class TemplateInput
{
    private const string Advice =
        "Give files that Get-VideoTemplate (videotools template) wrote, or CSV files of its records or of those of Get-VideoNiche.";

    /// <summary>Reads a file; null, and reported, when that is not possible.</summary>
    public static T? Guard<T>(string path, Action<VideoError> report, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            report(Missing(path, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var problem = $"'{path}' cannot be read: {exception.Message}";
            report(new VideoError(VideoErrorId.FileUnreadable, path, problem, "Check its permissions.") { Exception = exception });
        }
        catch (Exception exception) when (exception is JsonException or FormatException or CsvFormatException)
        {
            report(Invalid(path, $"'{path}' is no template: {exception.Message}") with { Exception = exception });
        }

        return null;
    }

    /// <summary>The error of a file that is not there.</summary>
    public static VideoError Missing(string path, Exception? exception = null) =>
        new(VideoErrorId.FileNotFound, path, $"There is no file '{path}'.", "Correct the path.") { Exception = exception };

    /// <summary>The error of a file, or of a row in it, that is no template.</summary>
    public static VideoError Invalid(string path, string message) => new(VideoErrorId.TemplateInvalid, path, message, Advice);
}

using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>The text of a metadata file: UTF-8 with or without a mark, or UTF-16 and UTF-32 with one. Nothing is guessed.</summary>
internal static class MetadataText
{
    /// <summary>Files are read whole, so that a broken one gives nothing by halves.</summary>
    private const long MaximumBytes = 1 << 29;

    /// <summary>Reads the file; null after reporting what is wrong.</summary>
    public static string? Read(string path, MetadataReport report)
    {
        try
        {
            switch (TextFile.ReadText(path, MaximumBytes))
            {
                case null:
                    report.File("has more than 512 MiB.", "Split it.");
                    break;
                case "":
                    report.File("has no bytes, or is a pipe or device.", "Export it again; give a file.", VideoErrorId.FileEmpty);
                    break;
                case var text when text.Contains('\0', StringComparison.Ordinal):
                    report.File("is no text.", "Give CSV or JSON files.");
                    break;
                case var text:
                    return text;
            }
        }
        catch (DecoderFallbackException exception)
        {
            report.File("is not UTF-8.", "Save it as UTF-8 (in Excel: 'CSV UTF-8').", VideoErrorId.MetadataInvalid, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report.File(
                $"cannot be read: {exception.Message}", "Check that it exists and that you may read it.",
                VideoErrorId.FileUnreadable, exception);
        }

        return null;
    }
}

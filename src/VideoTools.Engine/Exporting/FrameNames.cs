namespace VideoTools.Engine.Exporting;

/// <summary>Names of pictures of frames, and of their sheets.</summary>
internal static class FrameNames
{
    private const string Stem = "{stem}";

    /// <summary>Checks what a user wrote.</summary>
    /// <exception cref="ArgumentException">The message says what is wrong.</exception>
    public static void Validate(FrameExportOptions options)
    {
        Require(
            options.OutputDirectory is not { } directory || !string.IsNullOrWhiteSpace(directory),
            "OutputDirectory must name a directory.");
        Require(options.ContactSheet is not { } sheet || IsJpeg(sheet) || HasExtension(sheet, ".png"),
            $"ContactSheet '{options.ContactSheet}' must end with .png or .jpg.");
    }

    /// <summary>The directory of a video's pictures; null where none are written.</summary>
    public static string? Directory(string fullName, FrameExportOptions options) =>
        options.OutputDirectory is { } chosen ? Path.GetFullPath(chosen)
        : options.ContactSheet is not null ? null
        : Path.Combine(Path.GetDirectoryName(fullName)!, Path.GetFileNameWithoutExtension(fullName) + "_frames");

    /// <summary>The file of a video's sheet; null for none.</summary>
    public static string? Sheet(string fullName, FrameExportOptions options) => options.ContactSheet is not { } sheet ? null
        : Path.GetFullPath(sheet.Replace(Stem, Path.GetFileNameWithoutExtension(fullName), StringComparison.Ordinal));

    /// <summary>True for a sheet that is a JPEG file.</summary>
    public static bool IsJpeg(string sheet) => HasExtension(sheet, ".jpg") || HasExtension(sheet, ".jpeg");

    /// <summary>The name of a picture.</summary>
    public static string Picture(SelectedFrame frame, PictureFormat format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileNameWithoutExtension(frame.FullName)}_frame_{frame.Frame:000000}_t{frame.Seconds:0.0}_s{frame.SceneIndex}")
        + Extension(format);

    private static string Extension(PictureFormat format) => format switch
    {
        PictureFormat.Png => ".png",
        PictureFormat.Webp => ".webp",
        _ => ".jpg",
    };

    private static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}

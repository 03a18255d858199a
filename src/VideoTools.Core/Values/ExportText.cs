using System.Diagnostics.CodeAnalysis;

namespace VideoTools;

/// <summary>What users write about an export, read alike by every shell.</summary>
public static class ExportText
{
    /// <summary>
    /// A destination as the engine takes it: a template without a directory lies beside each video, everything else starts from the
    /// current directory. A separator at the end says that it is a directory.
    /// </summary>
    /// <param name="text">What the user wrote; null for nothing.</param>
    /// <param name="full">Makes a path absolute.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? ResolveDestination(string? text, Func<string, string> full)
    {
        ArgumentNullException.ThrowIfNull(full);
        if (text is null || text.StartsWith("{dir}", StringComparison.Ordinal)
            || (text.Contains('{', StringComparison.Ordinal) && Path.GetFileName(text) == text))
        {
            return text;
        }

        // Only the folders in front of the first part to fill in: a colon in "{index:00}" would make a shell look for a drive.
        var brace = text.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0)
        {
            var name = text.LastIndexOfAny(['/', '\\'], brace) + 1;
            return Path.Combine(full(name == 0 ? "." : text[..name]), text[name..]);
        }

        var path = full(text);
        return Path.EndsInDirectorySeparator(text) && !Path.EndsInDirectorySeparator(path) ? path + Path.DirectorySeparatorChar : path;
    }

    /// <summary>What scenes are written as, by the extension of the file; null where it says nothing.</summary>
    public static SceneExportFormat? SceneFormatOf(string? destination)
    {
        var extension = Path.GetExtension(destination ?? "").ToLowerInvariant();
        return extension switch
        {
            ".csv" => SceneExportFormat.Csv,
            ".json" => SceneExportFormat.Json,
            ".html" or ".htm" => SceneExportFormat.Html,
            ".edl" => SceneExportFormat.Edl,
            ".otio" => SceneExportFormat.Otio,
            ".fcpxml" => SceneExportFormat.FcpXml,
            ".ffmetadata" => SceneExportFormat.Ffmetadata,
            _ => VideoFileNames.IsVideo(destination ?? "") ? SceneExportFormat.Split : null,
        };
    }

    /// <summary>Reads a size such as 1080x1920.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static (int Width, int Height) ParseSize(string text) =>
        AspectRatio.TryParse((text ?? "").Replace('x', ':').Replace('X', ':'), out var size)
            ? (size.Width, size.Height)
            : throw new ArgumentException($"Size '{text}' is not a size; write for example 1080x1920.");

    /// <summary>The shape of an export: the one asked for, that of the size asked for, or that of short videos.</summary>
    public static AspectRatio ChooseAspect(AspectRatio? asked, int width, int height)
    {
        if (asked is { } aspect)
        {
            return aspect;
        }

        if (width <= 0 || height <= 0)
        {
            return new CropPathOptions().Aspect;
        }

        var (divisor, rest) = (width, height);
        while (rest > 0)
        {
            (divisor, rest) = (rest, divisor % rest);
        }

        return new AspectRatio(width / divisor, height / divisor);
    }
}

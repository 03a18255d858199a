namespace VideoTools.Engine.Previews;

/// <summary>Names of the pictures of crops.</summary>
internal static class PreviewNames
{
    /// <summary>The file of a picture.</summary>
    /// <param name="video">Absolute path of the video.</param>
    /// <param name="options">Where pictures are written.</param>
    /// <param name="kind">What it shows.</param>
    /// <param name="number">Number of the crop on it; 0 for several.</param>
    /// <param name="scene">Number of the scene that was analysed by itself; 0 for none.</param>
    public static string Resolve(string video, CropPreviewOptions options, CropPreviewKind kind, int number, int scene)
    {
        if (options.Destination is { } destination)
        {
            return Path.GetFullPath(destination, Path.GetDirectoryName(video)!);
        }

        var directory = options.OutputDirectory is { } chosen ? Path.GetFullPath(chosen) : Path.GetDirectoryName(video)!;
        var part = scene > 0 ? string.Create(CultureInfo.InvariantCulture, $"_scene-{scene}") : "";
        var what = kind switch
        {
            CropPreviewKind.Sheet => "sheet",
            CropPreviewKind.HeatMap => "heat",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
        return Path.Combine(directory, $"{Path.GetFileNameWithoutExtension(video)}{part}_crop-{what}.png");
    }
}

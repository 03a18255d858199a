using VideoTools.Engine.Files;

namespace VideoTools.Engine.Exporting;

/// <summary>Files of scenes.</summary>
internal sealed class Scenes : IScenes
{
    /// <summary>What the files of a video hold, for errors.</summary>
    public static OutputSubject Subject(string fullName, SceneExportFormat format) => new(
        format == SceneExportFormat.Split ? $"A scene of '{Path.GetFileName(fullName)}'" : $"The scenes of '{Path.GetFileName(fullName)}'",
        fullName,
        "choose another destination");

    /// <inheritdoc/>
    public string Claim(string fullName, SceneExportOptions options, IDictionary<string, string> taken)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullName);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(taken);
        Validate(options);
        var path = SceneNames.Resolve(fullName, options, 1);
        if (!taken.TryAdd(path, fullName))
        {
            throw new VideoToolsException(
                VideoErrorId.OutputExists,
                fullName,
                $"'{path}' already holds the scenes of '{taken[path]}'; those of '{fullName}' are not written.",
                "Export videos of one name into different directories, and each video once.");
        }

        WholeFiles.Check(path, options.Force, Subject(fullName, options.Format));
        return path;
    }

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(SceneExportOptions options)
    {
        SceneNames.Validate(options);
        if (!Enum.IsDefined(options.Format))
        {
            throw new ArgumentException($"Format must be one of {string.Join(", ", Enum.GetNames<SceneExportFormat>())}.");
        }

        if (options.Format == SceneExportFormat.Split)
        {
            // What holds for every encode.
            ExportValidator.ValidateEncoder(options.Encoder, options.Crf, options.Preset);
        }
    }
}

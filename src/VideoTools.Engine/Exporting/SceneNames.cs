using System.Globalization;
using System.Text.RegularExpressions;
using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Exporting;

/// <summary>Names of files of scenes.</summary>
internal static partial class SceneNames
{
    private const string Piece = "{stem}-Scene-{index:000}{ext}";
    private static readonly string[] Places = ["stem", "index", "ext", "dir"];

    /// <summary>Checks a template.</summary>
    /// <exception cref="ArgumentException">The message says what is wrong.</exception>
    public static void Validate(SceneExportOptions options)
    {
        if (options.Destination is not { } template)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(template))
        {
            throw new ArgumentException($"Destination must name a file, for example {Standard(options.Format)}.");
        }

        if (Place().Matches(template).FirstOrDefault(match => !Places.Contains(match.Groups[1].Value)) is { } unknown)
        {
            throw new ArgumentException(
                $"Destination has no place {unknown.Value}; there are {string.Join(", ", Places.Select(place => "{" + place + "}"))}.");
        }

        var hasIndex = template.Contains("{index", StringComparison.Ordinal);
        if (options.Format == SceneExportFormat.Split && !hasIndex && !IsDirectory(template, ""))
        {
            throw new ArgumentException($"Destination must hold {{index}}, because there is a file a scene: for example {Piece}.");
        }
    }

    /// <summary>The absolute path of the file of a video; of a piece, that of a scene.</summary>
    public static string Resolve(string fullName, SceneExportOptions options, int index)
    {
        var directory = Path.GetDirectoryName(fullName)!;
        var template = options.Destination ?? Standard(options.Format);
        if (IsDirectory(template, directory))
        {
            template = Path.Combine(template, Standard(options.Format));
        }

        // In one pass: what a name brings along is not looked at again.
        var name = Place().Replace(template, match => match.Groups[1].Value switch
        {
            "stem" => Path.GetFileNameWithoutExtension(fullName),
            "index" => index.ToString(match.Groups[2].Value is { Length: > 0 } digits ? digits : "0", CultureInfo.InvariantCulture),
            "ext" => options.Format != SceneExportFormat.Split ? Extension(options.Format)
                : OutputContainer.Find(fullName) is null ? ".mkv"
                : Path.GetExtension(fullName),
            _ => directory,
        });
        return Path.GetFullPath(name, directory);
    }

    private static bool IsDirectory(string template, string directory) =>
        Path.EndsInDirectorySeparator(template) || (template.Length > 0 && Directory.Exists(Path.Combine(directory, template)));

    private static string Standard(SceneExportFormat format) => format == SceneExportFormat.Split ? Piece : "{stem}" + Extension(format);

    private static string Extension(SceneExportFormat format) => format switch
    {
        // Many programs write tables and pages of a video beside it.
        SceneExportFormat.Csv => ".scenes.csv",
        SceneExportFormat.Json => ".scenes.json",
        SceneExportFormat.Html => ".scenes.html",
        SceneExportFormat.Edl => ".edl",
        SceneExportFormat.Otio => ".otio",
        SceneExportFormat.FcpXml => ".fcpxml",
        SceneExportFormat.Ffmetadata => ".ffmetadata",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    [GeneratedRegex(@"\{([A-Za-z]+)(?::(0+))?\}")]
    private static partial Regex Place();
}

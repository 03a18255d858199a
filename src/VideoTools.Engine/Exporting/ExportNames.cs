using System.Globalization;
using System.Text.RegularExpressions;
using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Exporting;

/// <summary>Names of exported videos.</summary>
internal static partial class ExportNames
{
    private const string Standard = "{stem}.{aspect}{ext}";
    private static readonly string[] Places = ["stem", "aspect", "scene", "mode", "ext", "dir"];

    /// <summary>Throws when a template names something that there is not.</summary>
    /// <exception cref="ArgumentException">The message lists what there is.</exception>
    public static void Validate(string template)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            throw new ArgumentException("Destination must name a file, for example {stem}.{aspect}{ext}.");
        }

        if (Place().Matches(template).FirstOrDefault(match => !Places.Contains(match.Groups[1].Value)) is { } unknown)
        {
            throw new ArgumentException(
                $"Destination has no place {unknown.Value}; there are {string.Join(", ", Places.Select(place => "{" + place + "}"))}.");
        }
    }

    /// <summary>The file that an export of an input writes: no other one of the same export has its name.</summary>
    public static string Resolve(VideoInput input, CropExportOptions options, ISet<string> taken)
    {
        Validate(options.Destination);
        var path = Expand(input, options);
        var unique = path;
        for (var number = 2; !taken.Add(unique); number++)
        {
            var name = Path.GetFileNameWithoutExtension(path) + "-" + number.ToString(CultureInfo.InvariantCulture);
            unique = Path.Combine(Path.GetDirectoryName(path)!, name + Path.GetExtension(path));
        }

        return unique;
    }

    private static string Expand(VideoInput input, CropExportOptions options)
    {
        var directory = Path.GetDirectoryName(input.FullName)!;
        var template = options.Destination;
        if (Path.EndsInDirectorySeparator(template) || Directory.Exists(Path.Combine(directory, template)))
        {
            template = Path.Combine(template, Standard);
        }

        // In one pass: what a name brings along is not looked at again.
        var first = input.Shots is { Count: > 0 } shots ? shots[0] : null;
        var name = Place().Replace(template, match => match.Groups[1].Value switch
        {
            "stem" => Path.GetFileNameWithoutExtension(input.FullName),
            "aspect" => (first is { Aspect.Length: > 0 } ? first.Aspect : options.Path.Aspect.ToString()).Replace(':', 'x'),
            "scene" => (first?.SceneIndex ?? input.SceneIndex ?? 0).ToString(CultureInfo.InvariantCulture),
            "mode" => (first?.Mode ?? options.Path.Mode).ToString().ToLowerInvariant(),
            "ext" => Extension(input.FullName, options.Encoder),
            _ => directory,
        });
        return Path.GetFullPath(name, directory);
    }

    // The source's own where it can be written with this encoder.
    private static string Extension(string source, string encoder)
    {
        var extension = Path.GetExtension(source);
        return OutputContainer.Find(source) is { } container
            && (container.Muxer != "webm" || EncoderFamily.CodecOf(encoder) is "vp9" or "av1") ? extension : ".mp4";
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Place();
}

// Method: nothing is listed by hand. Libraries are those of the deps.json that lies beside them, with licence and copyright from the package
// they were restored from; models and charts are those that lie there, or are inside, with the licence that their list says. A part whose
// licence is not known ends the build.
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>Writes THIRD-PARTY-NOTICES.txt: everything of others that a folder holds, with its licence.</summary>
internal static class ThirdPartyNotices
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "THIRD-PARTY-NOTICES.txt";

    // Of several licences to choose from, the one that is chosen.
    private const string Preferred = "Apache-2.0";

    private static readonly string[] Texts = ["LICENSE", "LICENSE.txt", "LICENSE.TXT", "LICENSE.md"];

    private sealed record Part(string Name, string Files, string Licence, string? Copyright = null, string? Address = null, string? Text = null);

    /// <summary>Writes the file for a module or a command line.</summary>
    /// <param name="context">Where things are.</param>
    /// <param name="root">The folder that gets the file; has the models below it.</param>
    /// <param name="libraries">The folder with the libraries and their deps.json.</param>
    public static void Write(BuildContext context, string root, string libraries)
    {
        List<Part> parts = [.. Libraries(root, libraries), .. Charts(context), .. Models(context, root)];
        var text = new StringBuilder(
            "What VideoTools brings of others, and under which licences. ffmpeg is not part of it.\n"
            + "The licence of VideoTools itself is in the file LICENSE.\n\n");
        foreach (var part in parts)
        {
            text.Append("------------------------------------------------------------\n").Append(part.Name).Append('\n');
            Line("files", part.Files);
            Line("licence", part.Licence);
            Line("copyright", part.Copyright);
            Line("address", part.Address);
            text.Append(part.Text is null ? "" : "\n" + part.Text.ReplaceLineEndings("\n").Trim() + "\n").Append('\n');
        }

        foreach (var licence in parts.Where(part => part.Text is null).Select(part => part.Licence).Distinct().Order(StringComparer.Ordinal))
        {
            var file = context.At("build", "licences", licence + ".txt");
            if (!File.Exists(file))
            {
                throw new BuildException($"The text of the licence {licence} is not in build/licences.");
            }

            text.Append("============================================================\n").Append("The licence ").Append(licence).Append("\n\n")
                .Append(File.ReadAllText(file).ReplaceLineEndings("\n").Trim()).Append("\n\n");
        }

        File.WriteAllText(Path.Combine(root, FileName), text.ToString());

        void Line(string name, string? value) => text.Append(string.IsNullOrWhiteSpace(value) ? "" : $"{name}: {value}\n");
    }

    private static IEnumerable<Part> Libraries(string root, string libraries)
    {
        var deps = Directory.EnumerateFiles(libraries, "*.deps.json").Single();
        using var json = JsonDocument.Parse(File.ReadAllText(deps));
        var target = json.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var files = json.RootElement.GetProperty("targets").GetProperty(target);
        foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
            {
                continue;
            }

            var names = files.GetProperty(library.Name).TryGetProperty("runtime", out var runtime)
                ? runtime.EnumerateObject().Select(file => Path.GetFileName(file.Name)).ToList()
                : [];
            if (library.Name.StartsWith("Microsoft.ML.OnnxRuntime/", StringComparison.Ordinal))
            {
                names.AddRange(Natives(root, libraries, isWhisper: false));
            }
            else if (library.Name.StartsWith("Whisper.net/", StringComparison.Ordinal))
            {
                // Whisper.net.Runtime is these files, made of other people's sources.
                yield return new Part(
                    "whisper.cpp and ggml", string.Join(", ", Natives(root, libraries, isWhisper: true)), "MIT", "The ggml authors",
                    "https://github.com/ggml-org/whisper.cpp");
            }

            if (names.Count > 0)
            {
                yield return Package(library.Name.Replace('/', ' '), library.Value.GetProperty("path").GetString()!, string.Join(", ", names));
            }
        }
    }

    private static IEnumerable<string> Natives(string root, string libraries, bool isWhisper) =>
        Directory.EnumerateFiles(Path.Combine(libraries, "runtimes"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains("whisper", StringComparison.Ordinal) == isWhisper)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static Part Package(string name, string path, string files)
    {
        var folder = Path.Combine(PackagesFolder, path);
        var nuspec = Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault()
            ?? throw new BuildException($"The package {name} is not in {PackagesFolder}: its licence is not known.");
        var metadata = XDocument.Load(nuspec).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Value(string key) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == key)?.Value;
        var text = Texts.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        var expression = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value;
        var licence = expression is not null && expression.Contains(" OR ", StringComparison.Ordinal) ? Preferred : expression;
        if (licence is null && text is null)
        {
            throw new BuildException($"The package {name} says no licence.");
        }

        return new Part(
            name, files, licence ?? "the text below", Value("copyright") ?? Value("authors"), Value("projectUrl"),
            text is null ? null : File.ReadAllText(text));
    }

    // Inside of VideoTools.Engine.dll, for reports.
    private static IEnumerable<Part> Charts(BuildContext context) =>
        from name in new[] { "d3", "@observablehq/plot" }
        let folder = Path.Combine(context.AssetsDirectory, name)
        let version = File.ReadAllText(Path.Combine(folder, ".version")).Split(' ')[0]
        select new Part($"{name} {version}", "inside of VideoTools.Engine.dll", "ISC", Text: File.ReadAllText(Path.Combine(folder, "LICENSE")));

    private static IEnumerable<Part> Models(BuildContext context, string root)
    {
        using var listed = JsonDocument.Parse(File.ReadAllText(context.At("module", "models", "models.json")));
        using var assets = JsonDocument.Parse(File.ReadAllText(context.At("build", "assets.json")));
        var origins = assets.RootElement.EnumerateArray().ToDictionary(
            asset => asset.GetProperty("name").GetString()!, asset => asset.GetProperty("licence").GetString()!);
        foreach (var model in listed.RootElement.EnumerateArray())
        {
            var name = model.GetProperty("name").GetString()!;
            var folder = Path.Combine(root, "models", name);
            if (!Directory.Exists(folder))
            {
                continue;
            }

            var package = model.GetProperty("package").GetString()!;
            yield return new Part(
                "Model " + name,
                string.Join(", ", Directory.EnumerateFiles(folder).Select(file => $"models/{name}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)),
                model.GetProperty("licence").GetString()!,
                origins.GetValueOrDefault(package),
                $"package {package} {model.GetProperty("version").GetString()}");
        }
    }

    private static string PackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}

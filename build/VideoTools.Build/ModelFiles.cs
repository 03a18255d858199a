using System.Text.Json;

namespace VideoTools.Build;

/// <summary>Lays out the models that were fetched.</summary>
internal static class ModelFiles
{
    private sealed record Model(string Name, string Package, List<ModelFile> Files);

    private sealed record ModelFile(string Name);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Copies models.json and every listed model that is there.</summary>
    /// <param name="context">Where things are.</param>
    /// <param name="root">The folder that gets a folder models.</param>
    public static void Copy(BuildContext context, string root)
    {
        var catalogue = context.At("module", "models", "models.json");
        var models = JsonSerializer.Deserialize<List<Model>>(File.ReadAllText(catalogue), Json)
            ?? throw new BuildException($"{catalogue} is empty.");
        var target = Path.Combine(root, "models");
        Directory.CreateDirectory(target);
        File.Copy(catalogue, Path.Combine(target, "models.json"), overwrite: true);
        foreach (var model in models)
        {
            var source = Path.Combine(context.AssetsDirectory, model.Package);
            if (!model.Files.All(f => File.Exists(Path.Combine(source, f.Name))))
            {
                continue;
            }

            var folder = Path.Combine(target, model.Name);
            Directory.CreateDirectory(folder);
            foreach (var file in model.Files)
            {
                File.Copy(Path.Combine(source, file.Name), Path.Combine(folder, file.Name), overwrite: true);
            }
        }
    }
}

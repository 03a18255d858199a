using System.Text.Json;

namespace VideoTools.TestMedia.Faces;

/// <summary>
/// Photographs of groups of people, of the demo of @vladmandic/face-api (MIT), with faces marked by hand in tests/assets/truth/faces.json.
/// </summary>
public static class FacePictures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<FacePicture>> LazyAll = new(Read);

    /// <summary>The folder of the photographs; null where they were not fetched.</summary>
    public static string? Folder
    {
        get
        {
            var folder = System.IO.Path.Combine(RepositoryPaths.Assets, "@vladmandic", "face-api");
            return File.Exists(System.IO.Path.Combine(folder, "sample6.jpg")) ? folder : null;
        }
    }

    /// <summary>All of them, with their pixels.</summary>
    public static IReadOnlyList<FacePicture> All => LazyAll.Value;

    /// <summary>The faces that serve as portraits, each with its picture.</summary>
    public static IEnumerable<(FacePicture Picture, FaceTruth Face)> Portraits =>
        All.SelectMany(picture => picture.Faces.Where(face => face.IsFrontal).Select(face => (picture, face)));

    private sealed record Marked(string File, int Width, int Height, List<FaceTruth> Faces);

    private static List<FacePicture> Read()
    {
        var marks = JsonSerializer.Deserialize<List<Marked>>(
            File.ReadAllText(System.IO.Path.Combine(RepositoryPaths.TestAssets, "truth", "faces.json")), Json)!;
        return [.. marks.Select(mark =>
        {
            var path = System.IO.Path.Combine(Folder!, mark.File);
            return new FacePicture(mark.File, path, RgbImage.Read(path, mark.Width, mark.Height), mark.Faces);
        })];
    }
}

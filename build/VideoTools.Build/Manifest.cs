using VideoTools.Engine.Inference;

namespace VideoTools.Build;

/// <summary>The tags of a module's manifest: they name the platforms that models run on in this module.</summary>
internal static class Manifest
{
    private static readonly Dictionary<string, string> Systems = new(StringComparer.Ordinal)
    {
        ["linux"] = "Linux",
        ["win"] = "Windows",
        ["osx"] = "MacOS",
    };

    /// <summary>Takes the tags of other platforms out of a manifest.</summary>
    public static void KeepPlatforms(string manifest, IReadOnlyList<string> platforms)
    {
        var text = File.ReadAllText(manifest);
        var gone = NativePlatform.All.Except(platforms).Concat(
            Systems.Where(system => !platforms.Any(p => p.StartsWith(system.Key + "-", StringComparison.Ordinal))).Select(system => system.Value));
        foreach (var tag in gone)
        {
            text = text.Replace($"'{tag}', ", "", StringComparison.Ordinal);
        }

        File.WriteAllText(manifest, text);
    }
}

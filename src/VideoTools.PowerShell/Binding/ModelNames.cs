namespace VideoTools.PowerShell;

/// <summary>Looks names of models up, whatever their case; wildcards are allowed.</summary>
internal static class ModelNames
{
    /// <summary>The models that a name or pattern means.</summary>
    /// <exception cref="VideoToolsException">ModelUnknown: there is none; those that are known are listed.</exception>
    public static IReadOnlyList<ModelInfo> Find(string name, IReadOnlyList<ModelInfo> models)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        ModelInfo[] found = [.. models.Where(m => pattern.IsMatch(m.Name))];
        return found.Length > 0 ? found : throw new VideoToolsException(
            VideoErrorId.ModelUnknown,
            name,
            $"There is no model '{name}'. Known are: {string.Join(", ", models.Select(m => m.Name))}.",
            "List the models with Get-VideoModel.");
    }
}

using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Looks names of models up, whatever their case; wildcards are allowed.</summary>
internal static class ModelNames
{
    /// <summary>The models that a name or pattern means.</summary>
    public static IReadOnlyList<ModelInfo> Find(string name, IReadOnlyList<ModelInfo> models)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return [.. models.Where(m => pattern.IsMatch(m.Name))];
    }

    /// <summary>The error for a name that is unknown; lists those that are known.</summary>
    public static ErrorRecord Unknown(string name, IReadOnlyList<ModelInfo> models) => ErrorMapping.ToRecord(new VideoError(
        VideoErrorId.ModelMissing,
        name,
        $"There is no model '{name}'. Known are: {string.Join(", ", models.Select(m => m.Name))}.",
        "List the models with Get-VideoModel."));
}

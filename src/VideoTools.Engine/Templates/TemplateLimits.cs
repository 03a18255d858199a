namespace VideoTools.Engine.Templates;

/// <summary>Limits that a template, its file and what is derived from it share.</summary>
internal static class TemplateLimits
{
    /// <summary>Length of the hook, the beginning that decides whether people go on watching, in seconds.</summary>
    public const double HookSeconds = 3;

    /// <summary>Most texts that a template lists one by one.</summary>
    public const int DetectionCount = 50;
}

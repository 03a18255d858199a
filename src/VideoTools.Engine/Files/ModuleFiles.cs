namespace VideoTools.Engine.Files;

/// <summary>
/// Where the module lies, and the names of the files that it writes beside videos: a search for files of others passes them over.
/// </summary>
internal static class ModuleFiles
{
    /// <summary>The folder of the engine, which what comes with it is looked for from.</summary>
    public static string EngineDirectory =>
        Path.GetDirectoryName(typeof(ModuleFiles).Assembly.Location) is { Length: > 0 } found ? found : AppContext.BaseDirectory;

    /// <summary>What the name of a template ends with.</summary>
    public const string TemplateEnding = "_template.json";

    /// <summary>Name of the statistics of niches.</summary>
    public const string Insights = "template_insights.json";

    /// <summary>Name of the table of videos and their niches.</summary>
    public const string Classifications = "video_classifications.csv";

    /// <summary>True for the name or path of a template file.</summary>
    public static bool IsTemplate(string path) => path.EndsWith(TemplateEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a path that this module may have written.</summary>
    public static bool IsOwn(string path)
    {
        var name = Path.GetFileName(path);
        return IsTemplate(name)
            || name.Equals(Insights, StringComparison.OrdinalIgnoreCase)
            || name.Equals(Classifications, StringComparison.OrdinalIgnoreCase);
    }
}

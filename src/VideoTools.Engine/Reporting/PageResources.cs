using System.Reflection;

namespace VideoTools.Engine.Reporting;

/// <summary>The parts of the page that lie in this assembly.</summary>
internal static class PageResources
{
    private const string Prefix = "Report/";

    /// <summary>Text of a part, with line feeds only: the hashes of the policy are those of what a browser reads.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The report's part {name} is not in the engine; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

namespace VideoTools.Help;

/// <summary>From Markdown pages and a compiled module to the files that Get-Help reads.</summary>
public static class HelpBuilder
{
    /// <summary>Name of the page with the parameters that many cmdlets share.</summary>
    public const string CommonPage = "common-parameters.md";

    /// <summary>Builds everything, or nothing when a page and its cmdlet disagree.</summary>
    /// <returns>What is wrong; empty when the help was written.</returns>
    public static IReadOnlyList<string> Build(string docsDirectory, string assemblyPath, string outputDirectory)
    {
        var commands = CommandReader.Read(assemblyPath);
        var library = HelpLibrary.Load(docsDirectory);
        var problems = HelpChecker.Check(commands, library);
        if (problems.Count > 0)
        {
            return problems;
        }

        Directory.CreateDirectory(outputDirectory);
        var maml = MamlWriter.Write(commands, library);
        maml.Save(Path.Combine(outputDirectory, Path.GetFileName(assemblyPath) + "-Help.xml"));
        foreach (var (name, text) in library.AboutPages)
        {
            File.WriteAllText(Path.Combine(outputDirectory, name + ".help.txt"), AboutText.Render(name, text));
        }

        return problems;
    }
}

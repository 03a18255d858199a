namespace VideoTools.Architecture.Tests;

/// <summary>Small files, short lines, namespaces that say where a file lies.</summary>
public class SourceTests
{
    private const int MostLines = 400;
    private const int MostCharacters = 140;

    [Fact]
    public void Files_HaveFewerThan400Lines() => Assert.DoesNotContain(SourceTree.Sources(), file => Lines(file).Length >= MostLines);

    [Fact]
    public void Lines_HaveFewerThan140Characters() => Assert.Empty(
        SourceTree.Sources().SelectMany(file => Lines(file).Index().Where(line => line.Item.Length >= MostCharacters).Select(line => $"{file}:{line.Index + 1}")));

    [Fact]
    public void Namespaces_FollowTheFolders() => Assert.DoesNotContain(
        SourceTree.Sources(),
        file => Lines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
            && line != $"namespace {Expected(file)};");

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(SourceTree.Root, file));

    // What a user can name has one namespace, and so have the cmdlets.
    private static string Expected(string file)
    {
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..];
        return folder.StartsWith("VideoTools.Core", StringComparison.Ordinal) ? "VideoTools"
            : folder.StartsWith("VideoTools.PowerShell", StringComparison.Ordinal) ? "VideoTools.PowerShell"
            : folder.Replace('/', '.');
    }
}

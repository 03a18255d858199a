using System.Collections;
using System.Management.Automation.Language;

namespace VideoTools.PowerShell;

/// <summary>Base of the completers: words of a list that begin as typed, in quotes where the shell would take them apart.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            return
            [
                .. Words(fakeBoundParameters ?? new Hashtable())
                    .Where(word => word.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                    .Select(word => new CompletionResult(
                        Quoted(word.Text), word.Text, CompletionResultType.ParameterValue, word.Tip.Length > 0 ? word.Tip : word.Text)),
            ];
        }
        catch (Exception exception) when (exception is VideoToolsException or IOException or UnauthorizedAccessException)
        {
            return []; // The command itself says what is wrong.
        }
    }

    /// <summary>All words, with what a tip says of each; an empty tip is the word.</summary>
    /// <param name="bound">The parameters that the command line gives already.</param>
    private protected abstract IEnumerable<(string Text, string Tip)> Words(IDictionary bound);

    /// <summary>The texts that a parameter is given.</summary>
    private protected static IEnumerable<string> Texts(IDictionary bound, string parameter) => bound[parameter] switch
    {
        string text => [text],
        object[] list => list.Select(item => item?.ToString()).OfType<string>(),
        _ => [],
    };

    /// <summary>A path as the session sees it.</summary>
    private protected static string FullPath(string path)
    {
        // A command, because the session's state cannot be asked while a pipeline runs, and completion is one.
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Get-Location").AddParameter("PSProvider", "FileSystem");
        var location = shell.Invoke<PathInfo>() is [{ } found, ..] ? found.ProviderPath : Environment.CurrentDirectory;
        return Path.GetFullPath(path, location);
    }

    private static string Quoted(string text) => text.All(c => char.IsLetterOrDigit(c) || "-_.:/".Contains(c, StringComparison.Ordinal))
        ? text
        : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

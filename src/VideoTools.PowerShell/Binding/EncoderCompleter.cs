using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace VideoTools.PowerShell;

/// <summary>Completes names of the encoders that the ffmpeg at hand has.</summary>
public sealed class EncoderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return Names(fakeBoundParameters["FfmpegDirectory"] as string)
            .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, name));
    }

    private static IReadOnlyList<string> Names(string? directory)
    {
        try
        {
            return EngineProvider.Get().Crops.GetEncoders(directory);
        }
        catch (VideoToolsException)
        {
            return []; // The command itself says that there is no ffmpeg.
        }
    }
}

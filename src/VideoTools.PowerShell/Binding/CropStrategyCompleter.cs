using System.Collections;
using System.Management.Automation.Language;

namespace VideoTools.PowerShell;

/// <summary>Completes names of crop strategies, in quotes where they have a space.</summary>
public sealed class CropStrategyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        foreach (var strategy in EngineProvider.Get().Crops.Strategies)
        {
            if (strategy.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                var text = strategy.Name.Contains(' ', StringComparison.Ordinal) ? $"'{strategy.Name}'" : strategy.Name;
                yield return new CompletionResult(text, strategy.Name, CompletionResultType.ParameterValue, strategy.Description);
            }
        }
    }
}

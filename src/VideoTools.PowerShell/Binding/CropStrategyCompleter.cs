using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of crop strategies.</summary>
public sealed class CropStrategyCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) =>
        EngineProvider.Get().Crops.Strategies.Select(strategy => (strategy.Name, strategy.Description));
}

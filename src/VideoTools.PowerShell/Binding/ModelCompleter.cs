using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of models, the user's own among them.</summary>
public sealed class ModelCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) => EngineProvider.Get().Models.List()
        .Select(model => (model.Name, $"{model.Kind}, {model.Licence}{(model.Present ? "" : ", not installed")}"));
}

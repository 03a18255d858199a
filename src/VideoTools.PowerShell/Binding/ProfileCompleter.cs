using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of the profiles that come with the module.</summary>
public sealed class ProfileCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) =>
        EngineProvider.Get().Observations.Profiles.Select(name => (name, ""));
}

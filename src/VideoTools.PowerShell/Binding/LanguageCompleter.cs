using System.Collections;
using System.Globalization;

namespace VideoTools.PowerShell;

/// <summary>Completes codes of the languages that speech is written down in.</summary>
public sealed class LanguageCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) =>
        EngineProvider.Get().Transcripts.Languages.Select(code => (code, NameOf(code)));

    private static string NameOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}

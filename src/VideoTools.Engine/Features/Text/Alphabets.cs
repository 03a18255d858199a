using System.Collections.Concurrent;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Text;

/// <summary>Decoders of the recognition model's alphabet, read once per process.</summary>
internal static class Alphabets
{
    private const int LastLatin = 0x24F;
    private static readonly ConcurrentDictionary<(string Path, bool LatinOnly), CtcDecoder> Decoders = new();

    /// <summary>The decoder for a language.</summary>
    /// <param name="catalogue">Where the model's files are.</param>
    /// <param name="model">The recognition model.</param>
    /// <param name="language">
    /// Null for all characters; codes separated by commas: "zh" or "chi_sim" among them for all, else Latin letters, digits and signs.
    /// </param>
    public static CtcDecoder For(ModelCatalogue catalogue, ModelEntry model, string? language)
    {
        var latinOnly = language is not null && !language.Split(',').Any(IsChinese);
        return Decoders.GetOrAdd((catalogue.GetPath(model, "keys"), latinOnly),
            key => new CtcDecoder(catalogue.ReadLines(model, "keys"), key.LatinOnly ? IsLatin : null));
    }

    private static bool IsChinese(string language) =>
        language.TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase)
        || language.TrimStart().StartsWith("chi", StringComparison.OrdinalIgnoreCase);

    // Also the dashes, quotation marks and currency signs of Western text.
    private static bool IsLatin(string key) =>
        key.All(c => c <= LastLatin || c is >= '\u2010' and <= '\u203A' or >= '\u20A0' and <= '\u20BF' or '\u2122');
}

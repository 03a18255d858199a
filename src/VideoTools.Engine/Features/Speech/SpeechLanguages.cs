namespace VideoTools.Engine.Features.Speech;

/// <summary>The languages Whisper knows, so that a request can be checked before a model is loaded.</summary>
internal static class SpeechLanguages
{
    /// <summary>Whisper's codes: mostly ISO 639-1, in the order of its tokens.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "en", "zh", "de", "es", "ru", "ko", "fr", "ja", "pt", "tr", "pl", "ca", "nl", "ar", "sv", "it", "id", "hi", "fi", "vi", "he", "uk",
        "el", "ms", "cs", "ro", "da", "hu", "ta", "no", "th", "ur", "hr", "bg", "lt", "la", "mi", "ml", "cy", "sk", "te", "fa", "lv", "bn",
        "sr", "az", "sl", "kn", "et", "mk", "br", "eu", "is", "hy", "ne", "mn", "bs", "kk", "sq", "sw", "gl", "mr", "pa", "si", "km", "sn",
        "yo", "so", "af", "oc", "ka", "be", "tg", "sd", "gu", "am", "yi", "lo", "uz", "fo", "ht", "ps", "tk", "nn", "mt", "sa", "lb", "my",
        "bo", "tl", "mg", "as", "tt", "haw", "ln", "ha", "ba", "jw", "su",
    ];

    /// <summary>True for null (find it out) and for known codes, in lower case, separated by commas.</summary>
    public static bool IsKnown(string? codes) => codes is null || Split(codes).All(code => Codes.Contains(code, StringComparer.Ordinal));

    /// <summary>The codes of an option.</summary>
    public static string[] Split(string codes) => codes.Split(',', StringSplitOptions.TrimEntries);
}

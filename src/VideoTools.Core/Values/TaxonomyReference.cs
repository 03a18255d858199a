namespace VideoTools;

/// <summary>What a user may write for a taxonomy: the name of one that comes with VideoTools (default, youtube), or a path.</summary>
public static class TaxonomyReference
{
    /// <summary>True for a name without folder and extension.</summary>
    public static bool IsBareName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
    }

    /// <summary>A bare name as it is, unless a file is called so; anything else as an absolute path.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="absolute">Makes a path absolute.</param>
    public static string Resolve(string text, Func<string, string> absolute)
    {
        ArgumentNullException.ThrowIfNull(absolute);
        return IsBareName(text) && !File.Exists(absolute(text)) ? text : absolute(text);
    }
}

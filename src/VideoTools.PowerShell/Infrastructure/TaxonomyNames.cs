namespace VideoTools.PowerShell;

/// <summary>What -TaxonomyPath may name.</summary>
internal static class TaxonomyNames
{
    /// <summary>The name of a taxonomy that comes with the module as it is; anything else as an absolute path.</summary>
    public static string Resolve(string path, Func<string, string> absolute) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && !System.IO.File.Exists(absolute(path)) ? path : absolute(path);
}

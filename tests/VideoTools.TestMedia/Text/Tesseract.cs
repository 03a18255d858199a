using System.ComponentModel;
using System.Diagnostics;

namespace VideoTools.TestMedia.Text;

/// <summary>What Tesseract there is, asked by itself and not by the product.</summary>
public static class Tesseract
{
    private static readonly Lazy<string[]> Languages = new(List);

    /// <summary>True when it is on PATH and has the data of a language, or of all Latin letters.</summary>
    public static bool Has(string language) => Languages.Value.Contains(language) || Languages.Value.Any(l => l is "Latin" or "script/Latin");

    private static string[] List()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("tesseract", "--list-langs") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}

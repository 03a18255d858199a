using System.Diagnostics;
using System.Text.Json;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Reporting;

/// <summary>Runs a script that drives headless Chromium, and reads what it saw.</summary>
internal static class BrowserDriver
{
    /// <summary>What the script wrote down.</summary>
    /// <param name="script">A file of the folder Browser.</param>
    /// <param name="config">What it is told, beside where the browser lies.</param>
    /// <param name="directory">Where files of the run lie.</param>
    public static JsonDocument Drive(string script, Dictionary<string, string> config, string directory)
    {
        config["playwright"] = Browsers.Playwright!;
        config["chromium"] = Browsers.Chromium!;
        var (configPath, result) = (Path.Combine(directory, "config.json"), Path.Combine(directory, "result.json"));
        File.WriteAllText(configPath, JsonSerializer.Serialize(config));
        var driver = Path.Combine(RepositoryPaths.Root, "tests", "VideoTools.Engine.Tests", "Reporting", "Browser", script);
        using var node = Process.Start(
            new ProcessStartInfo(Browsers.Node!, [driver, configPath, result]) { RedirectStandardError = true, RedirectStandardInput = true })!;
        var errors = node.StandardError.ReadToEndAsync();
        if (!node.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            node.Kill(entireProcessTree: true);
            throw new TimeoutException("The browser did not finish within 4 minutes.");
        }

        return node.ExitCode == 0
            ? JsonDocument.Parse(File.ReadAllText(result))
            : throw new InvalidOperationException(errors.GetAwaiter().GetResult());
    }
}

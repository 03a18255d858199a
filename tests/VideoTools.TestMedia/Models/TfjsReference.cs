using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoTools.TestMedia.Models;

/// <summary>Runs tfjs graph models with tfjs itself, in Node.js: what the converter is compared with.</summary>
public static class TfjsReference
{
    /// <summary>The library, fetched by the test task; null when it is not there.</summary>
    public static string? Library
    {
        get
        {
            var path = Path.Combine(RepositoryPaths.Assets, "@tensorflow", "tfjs", "tf.min.js");
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>Runs a model on pictures.</summary>
    /// <param name="model">Its JSON file.</param>
    /// <param name="shape">Shape of one picture.</param>
    /// <param name="pictures">Numbers of each.</param>
    /// <returns>For every picture the numbers of every output by name.</returns>
    public static List<Dictionary<string, float[]>> Run(string model, IReadOnlyList<long> shape, IReadOnlyList<float[]> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var folder = Directory.CreateTempSubdirectory("videotools-tfjs-");
        try
        {
            var inputs = Path.Combine(folder.FullName, "inputs.bin");
            var outputs = Path.Combine(folder.FullName, "outputs.json");
            using (var stream = File.Create(inputs))
            {
                foreach (var picture in pictures)
                {
                    stream.Write(MemoryMarshal.AsBytes(picture.AsSpan()));
                }
            }

            Start(Path.Combine(RepositoryPaths.Root, "tests", "VideoTools.TestMedia", "Models", "tfjs.cjs"), Library!, model,
                string.Join(',', shape), inputs, outputs);
            var results = JsonSerializer.Deserialize<List<Dictionary<string, byte[]>>>(File.ReadAllText(outputs))!;
            return [.. results.Select(result => result.ToDictionary(
                output => output.Key, output => MemoryMarshal.Cast<byte, float>(output.Value).ToArray(), StringComparer.Ordinal))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Browsers.Node!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"tfjs ended with {process.ExitCode}: {error}{output.Result}");
        }
    }
}

// Method: SHA-256 over everything that a result depends on, as text, one part a line: file, range, feature, options, models, program. A
// part that changes gives another key, and what was stored under the old one is never found again (and goes when room is needed). The
// version of the program is that of its compiled code, so that a build with other code does not use results of the one before.
using System.Security.Cryptography;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Caching;

/// <summary>What a result depends on.</summary>
/// <param name="Identity">The file, from <see cref="FileIdentity"/>.</param>
/// <param name="Input">The range; the path is not part of the key.</param>
/// <param name="Analysis">Name and version of what gave the result.</param>
/// <param name="Options">Its options as JSON.</param>
/// <param name="Device">What its models run on; null without models.</param>
/// <param name="Models">Hashes of the files of its models.</param>
/// <param name="Engine">How the file is decoded.</param>
internal sealed record CacheKey(
    string Identity,
    VideoInput Input,
    string Analysis,
    string Options,
    InferenceDevice? Device,
    IReadOnlyList<string> Models,
    EngineOptions Engine)
{
    /// <summary>The name of the entry: 64 hexadecimal digits.</summary>
    public string ToName()
    {
        var text = string.Join('\n',
            Identity,
            string.Create(CultureInfo.InvariantCulture, $"{Input.From?.Ticks}:{Input.To?.Ticks}:{Input.SceneIndex}"),
            Analysis,
            Options,
            string.Create(CultureInfo.InvariantCulture, $"{Engine.Speed}:{Engine.HardwareAcceleration}:{Device}"),
            string.Join(',', Models),
            Tools(Engine.FfmpegDirectory),
            typeof(CacheKey).Module.ModuleVersionId.ToString("N"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    // Another ffmpeg may decode otherwise. Asking it for its version would start a process; its file's size and time say as much.
    private static string Tools(string? directory)
    {
        try
        {
            var file = new FileInfo(FfmpegLocator.Locate(directory).Ffmpeg);
            return string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}");
        }
        catch (VideoToolsException)
        {
            return "";
        }
    }
}

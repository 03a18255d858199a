// Method: SHA-256 over everything that a result depends on, as text, one part a line: file, range, options, models, program. A part
// that changes gives another key, and what was stored under the old one is never found again (and goes when room is needed). The
// version of the program is that of its compiled code, so that a build with other code does not use results of the one before.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Caching;

/// <summary>Names of entries.</summary>
internal static class CacheKey
{
    /// <summary>The name for a request over an input.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="input">The file or range.</param>
    /// <param name="identity">From <see cref="FileIdentity"/>.</param>
    /// <param name="device">What the models run on; null when none is needed.</param>
    /// <param name="catalogue">The models.</param>
    /// <returns>64 hexadecimal digits; null when the request is none that is stored.</returns>
    public static string? Of(VideoRequest request, VideoInput input, string identity, InferenceDevice? device, ModelCatalogue? catalogue)
    {
        if (Describe(request) is not { } options)
        {
            return null;
        }

        var models = ModelsOf(request, catalogue);
        if (models is null)
        {
            return null;
        }

        var text = string.Join('\n',
            identity,
            string.Create(CultureInfo.InvariantCulture, $"{input.From?.Ticks}:{input.To?.Ticks}:{input.SceneIndex}"),
            options,
            string.Create(CultureInfo.InvariantCulture, $"{request.Engine.Speed}:{request.Engine.HardwareAcceleration}:{device}"),
            models,
            Tools(request.Engine.FfmpegDirectory),
            typeof(CacheKey).Module.ModuleVersionId.ToString("N"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>What a request is called in a listing; null when it is not stored.</summary>
    public static string? NameOf(VideoRequest request) => request switch
    {
        SceneRequest => "Scene",
        CropRequest => "Crop",
        TextRequest => "Text",
        TranscriptRequest => "Transcript",
        TemplateRequest => "Template",
        CompositeRequest => "Composite",
        _ => null,
    };

    private static string? Describe(VideoRequest request) => request switch
    {
        SceneRequest scene => "scene " + JsonSerializer.Serialize(scene.Scenes, CacheJson.Default.SceneOptions),
        CropRequest crop => "crop " + JsonSerializer.Serialize(crop.Crop, CacheJson.Default.CropOptions),
        TextRequest text => "text " + JsonSerializer.Serialize(text.Text, CacheJson.Default.TextOptions),
        TranscriptRequest transcript => "transcript " + JsonSerializer.Serialize(transcript.Speech, CacheJson.Default.SpeechOptions),
        TemplateRequest template => "template " + JsonSerializer.Serialize(template.Template, CacheJson.Default.TemplateOptions),
        CompositeRequest composite => composite.Parts.Select(Describe).ToList() is var parts && parts.All(p => p is not null)
            ? string.Join('|', parts)
            : null,
        _ => null,
    };

    // The hashes of the models; null when one is not there: then there is nothing worth storing.
    private static string? ModelsOf(VideoRequest request, ModelCatalogue? catalogue)
    {
        var hashes = new StringBuilder();
        foreach (var (kind, name) in Needed(request))
        {
            var model = name is null
                ? catalogue?.Entries.FirstOrDefault(e => e.Kind == kind && e.IsDefault)
                : catalogue?.Entries.FirstOrDefault(e => e.Name == name);
            if (model is null || !catalogue!.IsPresent(model))
            {
                return null;
            }

            hashes.AppendJoin(',', model.Files.Select(f => f.Sha256)).Append(';');
        }

        return hashes.ToString();
    }

    private static IEnumerable<(ModelKind Kind, string? Name)> Needed(VideoRequest request) => request switch
    {
        TextRequest => OfText(),
        TranscriptRequest transcript => OfSpeech(transcript.Speech),
        TemplateRequest { Template: var template } =>
            [.. template.SkipText ? [] : OfText(), .. template.SkipSpeech ? [] : OfSpeech(template.Speech)],
        CompositeRequest composite => composite.Parts.SelectMany(Needed),
        _ => [],
    };

    private static (ModelKind Kind, string? Name)[] OfText() => [(ModelKind.TextDetection, null), (ModelKind.TextRecognition, null)];

    private static (ModelKind Kind, string? Name)[] OfSpeech(SpeechOptions options) =>
        [(ModelKind.VoiceActivity, null), (ModelKind.SpeechRecognition, Features.Speech.WhisperModel.NameOf(options.Model))];

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

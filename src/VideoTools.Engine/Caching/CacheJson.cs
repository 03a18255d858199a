using System.Text.Json.Serialization;

namespace VideoTools.Engine.Caching;

/// <summary>Records and requests as JSON without loss. Generated code: reflection would cost more than reading an entry.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    Converters = [typeof(ValueListConverterFactory), typeof(RationalConverter), typeof(AspectRatioConverter)])]
[JsonSerializable(typeof(VideoScene))]
[JsonSerializable(typeof(CropPosition))]
[JsonSerializable(typeof(VideoText))]
[JsonSerializable(typeof(TranscriptSegment))]
[JsonSerializable(typeof(VideoTemplate))]
[JsonSerializable(typeof(TranscriptWord))]
[JsonSerializable(typeof(TemplateText))]
[JsonSerializable(typeof(TemplateSpeech))]
[JsonSerializable(typeof(SceneOptions))]
[JsonSerializable(typeof(CropOptions))]
[JsonSerializable(typeof(TextOptions))]
[JsonSerializable(typeof(SpeechOptions))]
[JsonSerializable(typeof(TemplateOptions))]
[JsonSerializable(typeof(CacheHeader))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(TranscriptWord[]))]
[JsonSerializable(typeof(TemplateText[]))]
[JsonSerializable(typeof(TemplateSpeech[]))]
internal sealed partial class CacheJson : JsonSerializerContext;

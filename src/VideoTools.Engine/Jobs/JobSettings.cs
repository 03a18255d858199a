using VideoTools.Engine.Features;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs;

/// <summary>What a job is, from its folder.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Request">What is done, and how it is cut.</param>
/// <param name="Created">When it was made.</param>
internal sealed record JobSettings(JobFolder Folder, JobRequest Request, DateTimeOffset Created)
{
    private const int Format = 1;

    /// <summary>The file.</summary>
    /// <param name="feature">Name of the feature.</param>
    public byte[] ToFile(string feature) => JsonText.ToFile(json =>
    {
        json.WriteNumber("Format", Format);
        json.WriteString("Feature", feature);
        json.WriteString(nameof(Created), Created);
        json.WriteStartObject("Options");
        RecordJson.WriteColumns(json, Request.Feature);
        json.WriteEndObject();
        json.WriteStartObject("Engine");
        RecordJson.WriteColumns(json, Request.Engine);
        json.WriteEndObject();
        json.WriteStartObject("Job");
        RecordJson.WriteColumns(json, Request.Options);
        json.WriteEndObject();
    });

    /// <summary>Reads the settings of a job.</summary>
    /// <exception cref="VideoToolsException">JobInvalid: there is no job, or a damaged one.</exception>
    public static JobSettings Read(JobFolder folder, FeatureRegistry registry)
    {
        if (!File.Exists(folder.Settings))
        {
            throw new VideoToolsException(
                VideoErrorId.JobInvalid, folder.Path, $"'{folder.Path}' holds no job.",
                "Name the folder that was given to Submit-VideoJob (videotools submit).");
        }

        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadAllText(folder.Settings));
            var root = document.RootElement;
            var format = root.GetProperty("Format").GetInt32();
            if (format != Format)
            {
                throw new JsonException($"It is of format {format}, which this version does not know.");
            }

            var name = root.GetProperty("Feature").GetString();
            var feature = registry.All.FirstOrDefault(known => known.Name == name)
                ?? throw new JsonException($"There is no feature '{name}'.");
            var options = (JobOptions)RecordJson.Read(root.GetProperty("Job"), typeof(JobOptions));
            return new JobSettings(
                folder,
                new JobRequest(
                    (FeatureOptions)RecordJson.Read(root.GetProperty("Options"), feature.OptionsType),
                    options with { JobDirectory = folder.Path })
                {
                    Engine = (EngineOptions)RecordJson.Read(root.GetProperty("Engine"), typeof(EngineOptions)),
                },
                root.GetProperty(nameof(Created)).GetDateTimeOffset());
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw JobJson.Invalid(folder, folder.Settings, exception);
        }
    }
}

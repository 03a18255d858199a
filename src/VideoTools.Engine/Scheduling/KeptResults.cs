// Method: identity of the file, range, feature, options, models and program give a key for each feature; what is stored under it is handed
// out in place of a decode. What a decode gives is stored feature by feature when the file was worked through to its end and is still
// the same. Nothing is stored of a file that failed, was cancelled, or gave more records than fit in memory comfortably.
// Cost: 128 KiB of reading a file; up to MaxRecords records are kept until the file ends.
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Files;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Scheduling;

/// <summary>What the cache knows about one input.</summary>
internal sealed class KeptResults(EngineOptions options, ResultCache cache, VideoInput input)
{
    /// <summary>Most records of one feature that are stored.</summary>
    public const int MaxRecords = 20_000;

    private static readonly Lazy<ModelCatalogue?> Catalogue = new(FindCatalogue);

    // The file is looked at, unless the options leave the cache out.
    private readonly string? _identity = options.Cache == CacheMode.Off ? null : FileIdentity.Of(input.FullName);
    private readonly Dictionary<FeatureOptions, string?> _keys = [];
    private bool? _isUnchanged;

    /// <summary>Results that were found.</summary>
    public int Count { get; private set; }

    /// <summary>True when results are stored.</summary>
    public bool IsKeeping => _identity is not null;

    /// <summary>The result of an earlier run; null when there is none, or it is not to be used.</summary>
    public FeatureResult? Find(FeatureWork work)
    {
        if (options.Cache != CacheMode.Use || KeyOf(work) is not { } key
            || cache.Find(key, [.. work.Feature.RecordTypes, .. work.Feature.NoteTypes])?.MoveTo(input.FullName) is not { } stored)
        {
            return null;
        }

        Count++;
        return new FeatureResult(stored.Records, stored.Warnings);
    }

    /// <summary>Stores what a feature gave, if it is whole and the file is still the one it was.</summary>
    public void Store(FeatureWork work, FeatureResult result)
    {
        if (result is { Failure: null, Records.Count: > 0 and <= MaxRecords } && KeyOf(work) is { } key
            && (_isUnchanged ??= FileIdentity.Of(input.FullName) == _identity))
        {
            cache.Store(key, new CachedResult(input.FullName, work.Feature.Name, result.Records, result.Warnings));
        }
    }

    /// <summary>The picture that an earlier run read at the start of the input; null for none, or where it is not to be used.</summary>
    public VideoStill? FindStill(int longSide) => options.Cache == CacheMode.Use && StillKey(longSide) is { } key
        && cache.Find(key, [typeof(VideoStill)])?.MoveTo(input.FullName) is { Records: [VideoStill still] } ? still : null;

    /// <summary>Stores a picture, if the file is still the one it was.</summary>
    public void Store(int longSide, VideoStill still)
    {
        if (StillKey(longSide) is { } key && FileIdentity.Of(input.FullName) == _identity)
        {
            cache.Store(key, new CachedResult(input.FullName, "Still", [still], []));
        }
    }

    private string? StillKey(int longSide) => _identity is null
        ? null
        : new CacheKey(_identity, input, "Still 1", longSide.ToString(CultureInfo.InvariantCulture), null, [], options).ToName();

    // Asked for before and after the decode; making one looks for ffmpeg and at the files of models.
    private string? KeyOf(FeatureWork work)
    {
        if (!_keys.TryGetValue(work.Options, out var key))
        {
            _keys.Add(work.Options, key = MakeKey(work));
        }

        return key;
    }

    private string? MakeKey(FeatureWork work) => _identity is not null && HashesOf(work) is { } models
        ? new CacheKey(
            _identity,
            input,
            FormattableString.Invariant($"{work.Feature.Name} {work.Feature.Version} {work.Feature.Tools(work.Options)}").TrimEnd(),
            Encoding.UTF8.GetString(JsonText.ToBytes(default, json => RecordJson.WriteColumns(json, work.Options))),
            work.Device,
            models,
            options).ToName()
        : null;

    // The hashes of the models; null when one is not there: then there is nothing worth storing.
    private static List<string>? HashesOf(FeatureWork work)
    {
        List<string> hashes = [];
        foreach (var need in work.Feature.Models(work.Options))
        {
            if (need.File is { } file)
            {
                if (FileIdentity.Of(file) is not { } identity)
                {
                    return null;
                }

                hashes.Add(identity);
                continue;
            }

            var catalogue = Catalogue.Value;
            var model = catalogue?.Entries.FirstOrDefault(
                e => need.Name is null ? e.Kind == need.Kind && e.IsDefault : e.Name == need.Name);
            if (model is null || !catalogue!.IsPresent(model))
            {
                return null;
            }

            hashes.AddRange(model.Files.Select(file => file.Sha256));
        }

        return hashes;
    }

    private static ModelCatalogue? FindCatalogue()
    {
        try
        {
            return ModelCatalogue.Default;
        }
        catch (VideoToolsException)
        {
            // Whatever needs a model says so.
            return null;
        }
    }
}

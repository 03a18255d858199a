// Method: before a file is opened, its identity, the request, the models and the program give a key; what is stored under it is handed
// out in place of a decode. Otherwise the records pass through and are stored when the file was worked through to its end and is still the
// same. Nothing is stored of a file that failed, was cancelled, or gave more records than fit in memory comfortably.
// Cost: 128 KiB of reading a file; up to MaxRecords records are kept until the file ends.
using VideoTools.Engine.Caching;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Scheduling;

/// <summary>Puts the cache in front of another runner, and says once a session what is the same for all files.</summary>
internal sealed class CachingJobRunner(VideoRequest request, IJobRunner inner, ResultCache cache) : IJobRunner
{
    private const int MaxRecords = 20_000;

    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private readonly Lazy<(InferenceDevice? Device, string? Warning)> _device = new(() => InferenceWishes.Resolve(request));
    private readonly Lazy<ModelCatalogue?> _catalogue = new(FindCatalogue);

    /// <inheritdoc/>
    public void Run(Job job, Action<object> emit, Action<string> warn, Func<int> decoderThreads, CancellationToken cancellationToken)
    {
        void WarnOnce(string message)
        {
            lock (_warned)
            {
                if (!_warned.Add(message))
                {
                    return;
                }
            }

            warn(message);
        }

        if (_device.Value.Warning is { } problem)
        {
            WarnOnce(problem);
        }

        var path = job.Input.FullName;
        var key = request.Engine.Cache == CacheMode.Off ? null : KeyOf(job.Input);
        if (key is not null && request.Engine.Cache == CacheMode.Use && cache.Find(key) is { } stored)
        {
            foreach (var warning in stored.Warnings)
            {
                WarnOnce(warning.Replace(stored.FullName, path, StringComparison.Ordinal));
            }

            foreach (var record in stored.Records)
            {
                emit(stored.FullName == path ? record : CacheRecords.MoveTo(record, path));
            }

            return;
        }

        if (key is null)
        {
            inner.Run(job, emit, WarnOnce, decoderThreads, cancellationToken);
            return;
        }

        var records = new List<object>();
        var warnings = new List<string>();
        inner.Run(job, Keep, KeepWarning, decoderThreads, cancellationToken);
        if (records.Count is > 0 and <= MaxRecords
            && records.All(r => CacheEntryFormat.CanStore(r) && CacheRecords.IsComplete(r, request))
            && KeyOf(job.Input) == key)
        {
            cache.Store(key, new CachedResult(path, CacheKey.NameOf(request)!, records, warnings));
        }

        // Text and speech emit from threads of their own.
        void Keep(object record)
        {
            lock (records)
            {
                if (records.Count <= MaxRecords)
                {
                    records.Add(record);
                }
            }

            emit(record);
        }

        void KeepWarning(string message)
        {
            lock (records)
            {
                // One that does not name the file is about the session, not the file.
                if (message.Contains(path, StringComparison.Ordinal))
                {
                    warnings.Add(message);
                }
            }

            WarnOnce(message);
        }
    }

    private string? KeyOf(VideoInput input) => CacheKey.NameOf(request) is not null && FileIdentity.Of(input.FullName) is { } identity
        ? CacheKey.Of(request, input, identity, _device.Value.Device, _catalogue.Value)
        : null;

    private static ModelCatalogue? FindCatalogue()
    {
        try
        {
            return ModelCatalogue.Default;
        }
        catch (VideoToolsException)
        {
            // Whoever needs a model says so.
            return null;
        }
    }
}

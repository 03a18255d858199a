// Method: the answers of this session's last questions in memory, as work that may still be going on, so that a question that is asked
// twice at the same time is asked once; behind it what is kept as files. A failed call is forgotten: whoever waited for it asks by
// itself.
// Memory: 512 answers of some kilobytes.
using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Answers that need no call. Thread-safe.</summary>
/// <param name="kept">What is kept of earlier sessions.</param>
/// <param name="isRead">False only replaces what is kept.</param>
internal sealed class AnswerStore(KeptAnswers kept, bool isRead)
{
    private const int Most = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<ModelReply>> _recent = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The reply to a question.</summary>
    /// <param name="key">What it depends on.</param>
    /// <param name="fullName">The video that it is asked for.</param>
    /// <param name="ask">Asks the model.</param>
    public async Task<ModelReply> GetAsync(string key, string fullName, Func<Task<ModelReply>> ask)
    {
        Task<ModelReply>? theirs;
        var mine = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_recent.TryGetValue(key, out theirs))
            {
                Add(key, mine.Task);
            }
        }

        if (theirs is not null)
        {
            var known = await theirs.ConfigureAwait(false);
            return known.Text is null ? await ask().ConfigureAwait(false) : new ModelReply(known.Text, 0) { FromCache = true };
        }

        var reply = new ModelReply(null, 0);
        try
        {
            reply = isRead && kept.Find(key) is { } text
                ? new ModelReply(text, 0) { FromCache = true }
                : await ask().ConfigureAwait(false);
            if (reply is { FromCache: false, Text.Length: > 0 })
            {
                kept.Store(key, fullName, reply.Text);
            }

            return reply;
        }
        finally
        {
            if (string.IsNullOrEmpty(reply.Text))
            {
                lock (_gate)
                {
                    _recent.Remove(key);
                }
            }

            mine.SetResult(reply with { Text = string.IsNullOrEmpty(reply.Text) ? null : reply.Text });
        }
    }

    private void Add(string key, Task<ModelReply> reply)
    {
        _recent.Add(key, reply);
        _order.Enqueue(key);
        while (_order.Count > Most)
        {
            _recent.Remove(_order.Dequeue());
        }
    }
}

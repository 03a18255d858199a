using System.Security.Cryptography;

namespace VideoTools.Engine.Caching;

/// <summary>Answers of models, kept like the results of files. What follows from an answer is not kept: it is read anew.</summary>
/// <param name="cache">Where they are kept.</param>
internal sealed class KeptAnswers(ResultCache cache)
{
    private const string Analysis = "Answer";

    /// <summary>A key for everything that an answer depends on.</summary>
    public static string Key(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            // With its length in front: no two lists of parts are the same bytes.
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            var length = part is null ? -1 : bytes.Length;
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The answer of an earlier call; null when there is none.</summary>
    public string? Find(string key) =>
        cache.Find(key, [typeof(AnswerText)])?.Records is [AnswerText { Text: var text }] ? text : null;

    /// <summary>Keeps an answer.</summary>
    /// <param name="key">What it depends on.</param>
    /// <param name="fullName">The video that it was asked for, for listings.</param>
    /// <param name="text">What the model said.</param>
    public void Store(string key, string fullName, string text) =>
        cache.Store(key, new CachedResult(fullName, Analysis, [new AnswerText(text)], []));

    /// <summary>What a model said.</summary>
    internal sealed record AnswerText(string Text);
}

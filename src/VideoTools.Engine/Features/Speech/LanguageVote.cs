// Method: the probabilities of the language tokens right after the start of a transcript. One short window can mislead, so the
// logarithms of all windows so far are added, weighted by their seconds of speech, until 30 s of speech have been heard; from then on
// the language of the file is settled.
// Source: Radford et al. 2022, section 4.5 (language identification); the sum over windows is ours.
// Units: natural logarithms. Cost: negligible.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Decides which language a file speaks.</summary>
internal sealed class LanguageVote(WhisperVocabulary vocabulary, string? given)
{
    private const double SecondsToSettle = 30;

    private readonly string[] _codes = [.. vocabulary.Languages.Keys];
    private readonly double[] _votes = new double[vocabulary.Languages.Count];
    private double _seconds;

    /// <summary>Takes a window's vote.</summary>
    /// <param name="logits">The logits after the start of its transcript.</param>
    /// <param name="seconds">Its seconds of speech.</param>
    /// <returns>The language to use for it.</returns>
    public string Next(ReadOnlySpan<float> logits, double seconds)
    {
        if (given is not null)
        {
            return given;
        }

        if (_seconds < SecondsToSettle)
        {
            var votes = new float[_codes.Length];
            for (var i = 0; i < votes.Length; i++)
            {
                votes[i] = logits[vocabulary.Languages[_codes[i]]];
            }

            var norm = TokenRules.LogSumExp(votes);
            var weight = Math.Max(seconds, 0.1);
            for (var i = 0; i < votes.Length; i++)
            {
                _votes[i] += (votes[i] - norm) * weight;
            }

            _seconds += weight;
        }

        return _codes[_votes.IndexOf(_votes.Max())];
    }
}

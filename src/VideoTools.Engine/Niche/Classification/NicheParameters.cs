namespace VideoTools.Engine.Niche.Classification;

/// <summary>How scores become probabilities.</summary>
/// <param name="KeywordGain">Natural logarithms of odds for one unit of keyword score.</param>
/// <param name="MeaningGain">The same for a cosine of 1.</param>
/// <param name="NoneLogit">Logit of "none of these", against a keyword score of 0 and a cosine of <see cref="MeaningOrigin"/>.</param>
internal sealed record NicheParameters(double KeywordGain, double MeaningGain, double NoneLogit)
{
    /// <summary>A cosine that says nothing.</summary>
    public const double MeaningOrigin = 0.2;

    /// <summary>The share that an ambiguous word counts where nothing says what it means.</summary>
    public const double AgreementUnknown = 0.5;

    // Chosen by hand on the even rows of tests/assets/niche/ambiguous-words.csv (benchmark command "niche"): cosines of the leaf with the
    // text without the word. Where the word means something else they lie below the first, mostly; where it is meant so above the second.
    private const double Disagrees = 0.1, Agrees = 0.175;

    /// <summary>The share that an ambiguous word which speaks alone for a leaf counts.</summary>
    /// <param name="meaning">Cosine of the leaf with the text without the word.</param>
    public static double Agreement(double meaning) => Math.Clamp((meaning - Disagrees) / (Agrees - Disagrees), 0, 1);

    /// <summary>Below this confidence the answer is "unknown", where the taxonomy does not say otherwise.</summary>
    public const double MinimumConfidence = 0.5;

    /// <summary>
    /// The constants of a scorer, fitted on the calibration half of the labelled texts (benchmark command "niche --fit").
    /// </summary>
    public static NicheParameters Of(NicheScorer scorer) => scorer switch
    {
        NicheScorer.Keyword => new NicheParameters(1.25, 0, 3.5),
        NicheScorer.Meaning => new NicheParameters(0, 32, 3.5),
        _ => new NicheParameters(1.25, 22, 4),
    };
}

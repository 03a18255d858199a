namespace VideoTools;

/// <summary>How the niche of a text is found.</summary>
public enum NicheScorer
{
    /// <summary>Keywords and meaning together.</summary>
    Both,

    /// <summary>Keywords of the taxonomy.</summary>
    Keyword,

    /// <summary>Nearness of meaning between the text and the descriptions of the taxonomy (sentence embeddings).</summary>
    Meaning,
}

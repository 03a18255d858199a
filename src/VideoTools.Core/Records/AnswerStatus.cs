namespace VideoTools;

/// <summary>What became of a question about a sequence.</summary>
public enum AnswerStatus
{
    /// <summary>There is an answer, and what was asked for could be read from it.</summary>
    Ok,

    /// <summary>There is an answer, but neither a state nor a level could be read from it.</summary>
    Unparsed,

    /// <summary>The model could not be asked: nothing is known. Never to be read as safe.</summary>
    Unavailable,

    /// <summary>It was not asked: too few frames, or a question that it depends on is not answered.</summary>
    Skipped,
}

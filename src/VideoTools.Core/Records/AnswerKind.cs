namespace VideoTools;

/// <summary>What a question asks for.</summary>
public enum AnswerKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>One of some states of the subject.</summary>
    State,

    /// <summary>A level of alert.</summary>
    Level,
}

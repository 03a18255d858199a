namespace VideoTools;

/// <summary>One segment of speech of a template.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Text">What is said.</param>
public sealed record TemplateSpeech(double StartSeconds, double EndSeconds, string Text)
{
    /// <summary>For example "0.32-2.10 And so, my fellow Americans".</summary>
    public override string ToString() => FormattableString.Invariant($"{StartSeconds:0.00}-{EndSeconds:0.00} {Text}");
}

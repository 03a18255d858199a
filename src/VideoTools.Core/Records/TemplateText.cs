namespace VideoTools;

/// <summary>One text of a template.</summary>
/// <param name="StartSeconds">When it comes up.</param>
/// <param name="EndSeconds">When it is gone.</param>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="X">Centre in displayed pixels, from the left.</param>
/// <param name="Y">Centre, from the top.</param>
/// <param name="Zone">Third of the picture that the centre lies in.</param>
public sealed record TemplateText(
    double StartSeconds, double EndSeconds, string Text, double Confidence, int X, int Y, TextZone Zone)
{
    /// <summary>For example "0.50-3.25 Bottom SUBSCRIBE".</summary>
    public override string ToString() => FormattableString.Invariant($"{StartSeconds:0.00}-{EndSeconds:0.00} {Zone} {Text}");
}

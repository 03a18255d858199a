namespace VideoTools.Engine.Features.Driver;

/// <summary>One thing that speaks for a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Level">How worrying it is.</param>
/// <param name="Text">What was seen, with its numbers.</param>
internal sealed record DriverSign(string State, AlertLevel Level, string Text);

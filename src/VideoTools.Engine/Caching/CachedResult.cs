namespace VideoTools.Engine.Caching;

/// <summary>What a finished analysis said.</summary>
/// <param name="FullName">The file.</param>
/// <param name="Analysis">Which analysis.</param>
/// <param name="Records">The records in their order.</param>
/// <param name="Warnings">What the user was told about this file.</param>
internal sealed record CachedResult(string FullName, string Analysis, IReadOnlyList<object> Records, IReadOnlyList<string> Warnings);

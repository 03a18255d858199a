namespace VideoTools.Engine.Features;

/// <summary>A model that a feature runs.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">Its name in the catalogue; null for the default of its kind.</param>
/// <param name="File">The user's file that it is in place of one of the catalogue.</param>
internal sealed record ModelNeed(ModelKind Kind, string? Name = null, string? File = null);

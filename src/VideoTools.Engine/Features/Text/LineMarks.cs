namespace VideoTools.Engine.Features.Text;

/// <summary>What the ink of a line shows beside its reading.</summary>
/// <param name="Unread">Letters (by their number) with marks that the reading lacks; null where the picture does not say.</param>
/// <param name="HasUnreadSign">True when a sign beside a number was not read.</param>
internal sealed record LineMarks(IReadOnlyList<int>? Unread, bool HasUnreadSign);

namespace VideoTools.Engine.Caching;

/// <summary>The first line of an entry: what it is, without reading the records.</summary>
/// <param name="Format">Version of the layout.</param>
/// <param name="FullName">Path the file had.</param>
/// <param name="Analysis">What was analysed.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="RecordCount">Records that follow.</param>
/// <param name="Checksum">SHA-256 of the bytes that follow the header's line.</param>
internal sealed record CacheHeader(int Format, string FullName, string Analysis, DateTime Created, int RecordCount, string Checksum);

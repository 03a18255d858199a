namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>One frame's header; its payload waits to be read or skipped.</summary>
/// <param name="Stream">Number of the stream.</param>
/// <param name="Pts">Presentation time stamp in the stream's time base.</param>
/// <param name="Size">Bytes of the payload.</param>
internal readonly record struct NutFrameHeader(int Stream, long Pts, int Size);

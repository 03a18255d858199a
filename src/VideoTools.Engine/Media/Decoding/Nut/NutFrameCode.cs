namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>What a frame header holds beyond its first byte (NUT specification, "frame_code").</summary>
[Flags]
internal enum NutFrameFlags
{
    None = 0,
    Key = 1,
    EndOfRelevance = 2,
    CodedPts = 8,
    StreamId = 16,
    SizeMsb = 32,
    Checksum = 64,
    Reserved = 128,
    SideData = 256,
    HeaderIndex = 1024,
    MatchTime = 2048,
    Coded = 4096,
    Invalid = 8192,
}

/// <summary>One row of the main header's table: what the first byte of a frame stands for.</summary>
internal readonly record struct NutFrameCode(
    NutFrameFlags Flags,
    int StreamId,
    int SizeMultiplier,
    int SizeLsb,
    long PtsDelta,
    int ReservedCount,
    int HeaderIndex);

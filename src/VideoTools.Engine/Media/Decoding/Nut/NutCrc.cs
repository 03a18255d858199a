// NUT's checksum: CRC-32 with the generator 0x104C11DB7, not reflected, starting value 0 (NUT specification, "checksum").
// One table look-up a byte; only headers are checked (some 50 bytes a frame), so speed does not matter here.
namespace VideoTools.Engine.Media.Decoding.Nut;

internal static class NutCrc
{
    private static readonly uint[] _table = CreateTable();

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = (crc << 8) ^ _table[(crc >> 24) ^ b];
        }

        return crc;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 0x8000_0000) != 0 ? (value << 1) ^ 0x04C1_1DB7 : value << 1;
            }

            table[i] = value;
        }

        return table;
    }
}

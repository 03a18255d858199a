// Method: JpegLibrary's baseline encoder (DCT, the standard's quantisation tables scaled by quality as libjpeg does, its standard Huffman
// tables), fed from the planes of a frame: samples go from the limited to the full range through two tables of 256 values, chroma stays
// halved in both directions. Source: ITU-T T.81, JFIF 1.02. Cost: docs/performance.md ("Asking models").
using System.Buffers;
using JpegLibrary;

namespace VideoTools.Engine.Imaging;

/// <summary>Makes JPEG files of frames in memory.</summary>
internal static class JpegWriter
{
    private static readonly byte[] FullLuma = Table(value => (value - 16) * 255.0 / 219);
    private static readonly byte[] FullChroma = Table(value => ((value - 128) * 255.0 / 224) + 128);

    /// <summary>Encodes a picture.</summary>
    /// <param name="planes">Y, then U and V of half the size, limited range, rows without padding.</param>
    /// <param name="width">Even width.</param>
    /// <param name="height">Even height.</param>
    /// <param name="quality">1 to 100.</param>
    public static byte[] Encode(ReadOnlyMemory<byte> planes, int width, int height, int quality)
    {
        var encoder = new JpegEncoder();
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(
            JpegStandardQuantizationTable.GetLuminanceTable(JpegElementPrecision.Precision8Bit, 0), quality));
        encoder.SetQuantizationTable(JpegStandardQuantizationTable.ScaleByQuality(
            JpegStandardQuantizationTable.GetChrominanceTable(JpegElementPrecision.Precision8Bit, 1), quality));
        encoder.SetHuffmanTable(true, 0, JpegStandardHuffmanEncodingTable.GetLuminanceDCTable());
        encoder.SetHuffmanTable(false, 0, JpegStandardHuffmanEncodingTable.GetLuminanceACTable());
        encoder.SetHuffmanTable(true, 1, JpegStandardHuffmanEncodingTable.GetChrominanceDCTable());
        encoder.SetHuffmanTable(false, 1, JpegStandardHuffmanEncodingTable.GetChrominanceACTable());
        encoder.AddComponent(1, 0, 0, 0, 2, 2);
        encoder.AddComponent(2, 1, 1, 1, 1, 1);
        encoder.AddComponent(3, 1, 1, 1, 1, 1);
        encoder.SetInputReader(new PlaneReader(planes, width, height));
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        encoder.SetOutput(output);
        encoder.Encode();
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Table(Func<int, double> map) =>
        [.. Enumerable.Range(0, 256).Select(value => (byte)Math.Clamp(Math.Round(map(value)), 0, 255))];

    /// <summary>Gives 8 x 8 blocks at full size; what lies beyond the picture repeats its edge.</summary>
    private sealed class PlaneReader(ReadOnlyMemory<byte> planes, int width, int height) : JpegBlockInputReader
    {
        public override int Width => width;

        public override int Height => height;

        public override void ReadBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = MemoryMarshal.CreateSpan(ref blockRef, 64);
            if (componentIndex == 0)
            {
                Fill(planes.Span[..(width * height)], width, height, x, y, 0, FullLuma, block);
                return;
            }

            var chroma = width / 2 * (height / 2);
            var plane = planes.Span.Slice((width * height) + ((componentIndex - 1) * chroma), chroma);
            Fill(plane, width / 2, height / 2, x, y, 1, FullChroma, block);
        }

        private static void Fill(
            ReadOnlySpan<byte> plane, int columns, int rows, int x, int y, int shift, byte[] table, Span<short> block)
        {
            for (var row = 0; row < 8; row++)
            {
                var line = plane.Slice(Math.Min((y + row) >> shift, rows - 1) * columns, columns);
                for (var column = 0; column < 8; column++)
                {
                    block[(row * 8) + column] = table[line[Math.Min((x + column) >> shift, columns - 1)]];
                }
            }
        }
    }
}

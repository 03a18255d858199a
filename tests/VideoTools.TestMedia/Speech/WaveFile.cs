using System.Runtime.InteropServices;
using System.Text;

namespace VideoTools.TestMedia.Speech;

/// <summary>Writes 16-bit mono sound as WAV.</summary>
public static class WaveFile
{
    public static void Write(string path, ReadOnlySpan<short> samples, int rate = 16_000)
    {
        using var writer = new BinaryWriter(File.Create(path));
        var bytes = samples.Length * 2;
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(36 + bytes);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(bytes);
        writer.Write(MemoryMarshal.AsBytes(samples));
    }
}

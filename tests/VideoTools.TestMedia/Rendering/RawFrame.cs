namespace VideoTools.TestMedia.Rendering;

/// <summary>One picture, yuv420p, limited range, planes tightly packed. Width and height are even.</summary>
public sealed class RawFrame(int width, int height)
{
    public const int Black = 16;
    public const int White = 235;
    public const int Neutral = 128;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Data { get; } = new byte[width * height * 3 / 2];

    public Span<byte> Y => Data.AsSpan(0, Width * Height);

    public Span<byte> U => Data.AsSpan(Width * Height, Width * Height / 4);

    public Span<byte> V => Data.AsSpan(Width * Height * 5 / 4, Width * Height / 4);

    /// <summary>Plane 0 to 2 with its width and height.</summary>
    public Span<byte> Plane(int index, out int width, out int height)
    {
        (width, height) = index == 0 ? (Width, Height) : (Width / 2, Height / 2);
        return index switch { 0 => Y, 1 => U, _ => V };
    }

    public void CopyFrom(RawFrame source) => source.Data.CopyTo(Data, 0);

    public void Fill(byte luma)
    {
        Y.Fill(luma);
        U.Fill(Neutral);
        V.Fill(Neutral);
    }

    /// <summary>A rectangle in one colour, clipped to the picture.</summary>
    public void FillRectangle(int x, int y, int width, int height, byte luma, byte u = Neutral, byte v = Neutral)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            var data = Plane(plane, out var planeWidth, out var planeHeight);
            var shift = plane == 0 ? 0 : 1;
            var (left, right) = (Math.Clamp(x >> shift, 0, planeWidth), Math.Clamp((x + width) >> shift, 0, planeWidth));
            var (top, bottom) = (Math.Clamp(y >> shift, 0, planeHeight), Math.Clamp((y + height) >> shift, 0, planeHeight));
            for (var row = top; row < bottom && left < right; row++)
            {
                data[((row * planeWidth) + left)..((row * planeWidth) + right)].Fill(plane switch { 0 => luma, 1 => u, _ => v });
            }
        }
    }

    /// <summary>Moves every pixel towards a luma (and grey) by <paramref name="weight"/> 0..1.</summary>
    public void Towards(byte luma, double weight)
    {
        var lumaTable = new byte[256];
        var chromaTable = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            lumaTable[i] = (byte)Math.Round(i + ((luma - i) * weight));
            chromaTable[i] = (byte)Math.Round(i + ((Neutral - i) * weight));
        }

        Map(lumaTable, chromaTable);
    }

    /// <summary>Exposure: luma above black is multiplied; chroma follows, so that colours keep their saturation.</summary>
    public void Gain(double factor)
    {
        var lumaTable = new byte[256];
        var chromaTable = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            lumaTable[i] = (byte)Math.Clamp(Math.Round(Black + ((i - Black) * factor)), Black, White);
            chromaTable[i] = (byte)Math.Clamp(Math.Round(Neutral + ((i - Neutral) * factor)), 16, 240);
        }

        Map(lumaTable, chromaTable);
    }

    private void Map(byte[] lumaTable, byte[] chromaTable)
    {
        foreach (ref var value in Y)
        {
            value = lumaTable[value];
        }

        foreach (ref var value in Data.AsSpan(Width * Height))
        {
            value = chromaTable[value];
        }
    }
}

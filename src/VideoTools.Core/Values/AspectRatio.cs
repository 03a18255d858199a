using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VideoTools;

/// <summary>Width to height of a crop, as two whole numbers above 0.</summary>
public readonly record struct AspectRatio
{
    /// <summary>Creates width:height as given (16:9 stays 16:9).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part is not above 0.</exception>
    public AspectRatio(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
    }

    /// <summary>Parts of width.</summary>
    public int Width { get; }

    /// <summary>Parts of height.</summary>
    public int Height { get; }

    /// <summary>Reads "9:16".</summary>
    /// <exception cref="FormatException">Not two whole numbers above 0 with a colon between; the message says which rule
    /// broke.</exception>
    public static AspectRatio Parse(string text)
    {
        var parts = (text ?? "").Split(':');
        if (parts.Length != 2)
        {
            throw new FormatException($"Aspect '{text}' is not of the form width:height, for example 9:16.");
        }

        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height))
        {
            throw new FormatException($"Aspect '{text}' has a part that is not a whole number; write for example 9:16.");
        }

        if (width == 0 || height == 0)
        {
            throw new FormatException($"Aspect '{text}' has a part that is 0; both must be above 0.");
        }

        return new AspectRatio(width, height);
    }

    /// <summary>Reads "9:16" without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AspectRatio value)
    {
        try
        {
            value = Parse(text ?? "");
            return true;
        }
        catch (FormatException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>"9:16".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}:{Height}");
}

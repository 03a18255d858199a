using System.Globalization;
using System.Numerics;

namespace VideoTools;

/// <summary>An exact fraction, always in lowest terms with a positive denominator: frame rates, time bases, aspect ratios.</summary>
public readonly record struct Rational : IComparable<Rational>, IComparable
{
    private readonly long _denominator;

    /// <summary>Creates numerator/denominator in lowest terms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is 0.</exception>
    public Rational(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfZero(denominator);
        if (denominator < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(long value) => new(value, 1);

    /// <summary>A whole number, as PowerShell converts it for "$_.FrameRate -gt 24".</summary>
    public static implicit operator Rational(int value) => new(value, 1);

    /// <summary>The nearest fraction, as <see cref="FromDouble"/> finds it.</summary>
    public static explicit operator Rational(double value) => FromDouble(value);

    /// <summary>The nearest double: a fraction counts as a number, also for Measure-Object.</summary>
    public static explicit operator double(Rational value) => value.ToDouble();

    /// <summary>A whole number as a fraction.</summary>
    public static Rational FromInt64(long value) => new(value, 1);

    /// <summary>A whole number as a fraction.</summary>
    public static Rational FromInt32(int value) => new(value, 1);

    /// <summary>The fraction of lowest terms within a millionth of a millionth of a number (continued fractions): 0.5 is 1/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite, or beyond what fits.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Not a fraction.");
        }

        var (previous, current) = ((Numerator: 0L, Denominator: 1L), (Numerator: 1L, Denominator: 0L));
        var rest = value;
        do
        {
            var whole = (long)Math.Floor(rest);
            (previous, current) = (current,
                ((whole * current.Numerator) + previous.Numerator, (whole * current.Denominator) + previous.Denominator));
            rest = 1 / (rest - whole);
        }
        while (double.IsFinite(rest) && current.Denominator < 1_000_000
            && Math.Abs(value - ((double)current.Numerator / current.Denominator)) > 1e-12 * Math.Max(1, Math.Abs(value)));

        return new Rational(current.Numerator, current.Denominator);
    }

    /// <summary>Reads what <see cref="TryParse"/> reads; PowerShell converts text with it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Rational Parse(string text) => TryParse(text, out var value)
        ? value
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= int.MaxValue
            ? FromDouble(number)
            : throw new FormatException($"'{text}' is no fraction; write for example 30000/1001 or 25.");

    /// <summary>Upper part.</summary>
    public long Numerator { get; }

    /// <summary>Lower part, at least 1 (the default value is 0/1).</summary>
    public long Denominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>Reads "30000/1001", "16:9" or "25".</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var parts = text.Split(['/', ':'], 2);
        if (!long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator))
        {
            return false;
        }

        long denominator = 1;
        if (parts.Length == 2 && !long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out denominator))
        {
            return false;
        }

        if (denominator == 0)
        {
            return false;
        }

        value = new Rational(numerator, denominator);
        return true;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Rational other => CompareTo(other),
        double number => ToDouble().CompareTo(number),
        IConvertible number => ToDouble().CompareTo(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("A fraction compares with numbers only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>True when the left fraction is smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>True when the left fraction is larger.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>True when the left fraction is smaller or equal.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left fraction is larger or equal.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>"30000/1001": the same in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}

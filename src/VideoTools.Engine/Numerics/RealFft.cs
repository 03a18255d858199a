// Method: Fourier transform of real samples, several frames side by side, one frame a SIMD lane. n real samples are taken as n/2 complex
// ones, transformed by Stockham's self-sorting mixed-radix algorithm (radices 5, 4, 3, 2), then separated into the n/2 + 1 bins of the
// real transform.
// Source: Cooley and Tukey 1965; Stockham's autosort form as in Van Loan, "Computational Frameworks for the FFT", 1992, section 1.7.
// Units: any. Cost: n = 400: about 7,000 vector operations for 8 frames; every lane does the same arithmetic, so a frame's result does
// not depend on its neighbours.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Numerics;

/// <summary>A plan for transforms of one even length. Holds scratch memory, so one instance serves one thread.</summary>
internal sealed class RealFft
{
    /// <summary>Frames transformed at once.</summary>
    public const int Lanes = 8;

    private readonly int _half;
    private readonly int[] _radices;
    private readonly float[] _cos;
    private readonly float[] _sin;
    private readonly float[] _splitCos;
    private readonly float[] _splitSin;
    private readonly Vector256<float>[] _re;
    private readonly Vector256<float>[] _im;
    private readonly Vector256<float>[] _otherRe;
    private readonly Vector256<float>[] _otherIm;

    /// <summary>Prepares transforms of <paramref name="length"/> real samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is odd, or its half has a prime factor above 5.</exception>
    public RealFft(int length)
    {
        if (length < 2 || length % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be even.");
        }

        Length = length;
        _half = length / 2;
        _radices = Factorise(_half);
        _cos = new float[_half];
        _sin = new float[_half];
        for (var i = 0; i < _half; i++)
        {
            (var sin, var cos) = Math.SinCos(-2 * Math.PI * i / _half);
            (_sin[i], _cos[i]) = ((float)sin, (float)cos);
        }

        _splitCos = new float[_half + 1];
        _splitSin = new float[_half + 1];
        for (var i = 0; i <= _half; i++)
        {
            (var sin, var cos) = Math.SinCos(-2 * Math.PI * i / length);
            (_splitSin[i], _splitCos[i]) = ((float)sin, (float)cos);
        }

        _re = new Vector256<float>[_half];
        _im = new Vector256<float>[_half];
        _otherRe = new Vector256<float>[_half];
        _otherIm = new Vector256<float>[_half];
    }

    /// <summary>Number of real samples.</summary>
    public int Length { get; }

    /// <summary>Squared magnitude of each of the Length / 2 + 1 bins.</summary>
    /// <param name="samples">Length samples, each for all lanes.</param>
    /// <param name="power">Length / 2 + 1 values, each for all lanes.</param>
    public void Power(ReadOnlySpan<Vector256<float>> samples, Span<Vector256<float>> power)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples.Length, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(power.Length, _half + 1);
        var (re, im, otherRe, otherIm) = (_re, _im, _otherRe, _otherIm);
        for (var i = 0; i < _half; i++)
        {
            re[i] = samples[2 * i];
            im[i] = samples[(2 * i) + 1];
        }

        var (n, stride) = (_half, 1);
        foreach (var radix in _radices)
        {
            Stage(radix, n, stride, re, im, otherRe, otherIm);
            (re, otherRe) = (otherRe, re);
            (im, otherIm) = (otherIm, im);
            n /= radix;
            stride *= radix;
        }

        Split(re, im, power);
    }

    private static int[] Factorise(int n)
    {
        var radices = new List<int>();
        foreach (var radix in (ReadOnlySpan<int>)[5, 4, 3, 2])
        {
            for (; n % radix == 0; n /= radix)
            {
                radices.Add(radix);
            }
        }

        return n == 1 ? [.. radices] : throw new ArgumentOutOfRangeException(nameof(n), n, "Half the length has a prime factor above 5.");
    }

    // One Stockham stage: from[q + s (p + j n/r)] over j is transformed, twisted by w_n^(p k), and lands at to[q + s (r p + k)].
    private void Stage(
        int radix, int n, int stride,
        Vector256<float>[] fromRe, Vector256<float>[] fromIm, Vector256<float>[] toRe, Vector256<float>[] toIm)
    {
        var m = n / radix;
        for (var p = 0; p < m; p++)
        {
            for (var k = 0; k < radix; k++)
            {
                for (var q = 0; q < stride; q++)
                {
                    var sumRe = fromRe[q + (stride * p)];
                    var sumIm = fromIm[q + (stride * p)];
                    for (var j = 1; j < radix; j++)
                    {
                        var turn = j * k % radix * (_half / radix);
                        var (cos, sin) = (Vector256.Create(_cos[turn]), Vector256.Create(_sin[turn]));
                        var (re, im) = (fromRe[q + (stride * (p + (j * m)))], fromIm[q + (stride * (p + (j * m)))]);
                        sumRe += (re * cos) - (im * sin);
                        sumIm += (re * sin) + (im * cos);
                    }

                    var twist = p * k * stride;
                    var (twistCos, twistSin) = (Vector256.Create(_cos[twist]), Vector256.Create(_sin[twist]));
                    toRe[q + (stride * ((radix * p) + k))] = (sumRe * twistCos) - (sumIm * twistSin);
                    toIm[q + (stride * ((radix * p) + k))] = (sumRe * twistSin) + (sumIm * twistCos);
                }
            }
        }
    }

    // With z = even + i odd: X[k] = E[k] + w^k O[k], where E[k] = (Z[k] + conj Z[h-k]) / 2 and O[k] = (Z[k] - conj Z[h-k]) / 2i.
    private void Split(Vector256<float>[] re, Vector256<float>[] im, Span<Vector256<float>> power)
    {
        var two = Vector256.Create(0.5f);
        for (var k = 0; k <= _half; k++)
        {
            var (a, b) = (k % _half, (_half - k) % _half);
            var evenRe = (re[a] + re[b]) * two;
            var evenIm = (im[a] - im[b]) * two;
            var oddRe = (im[a] + im[b]) * two;
            var oddIm = (re[b] - re[a]) * two;
            var (cos, sin) = (Vector256.Create(_splitCos[k]), Vector256.Create(_splitSin[k]));
            var sumRe = evenRe + (oddRe * cos) - (oddIm * sin);
            var sumIm = evenIm + (oddRe * sin) + (oddIm * cos);
            power[k] = (sumRe * sumRe) + (sumIm * sumIm);
        }
    }
}

// Method: triangular filters on Slaney's mel scale, each of area 1 (so that a filter's output does not depend on its width).
// Source: Slaney, "Auditory Toolbox", 1998; the variant Whisper was trained with.
// Units: Hz, power. Cost: about 2 multiplications a frequency bin.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Turns a power spectrum into mel bands.</summary>
internal sealed class MelFilterBank
{
    // Slaney's scale: linear below 1 kHz (3 mel per 200 Hz), logarithmic above (27 mel per factor 6.4).
    private const double LinearHertzPerMel = 200.0 / 3;
    private const double BreakHertz = 1000;
    private const double BreakMel = BreakHertz / LinearHertzPerMel;
    private static readonly double LogStep = Math.Log(6.4) / 27;

    private readonly int[] _first;
    private readonly float[][] _weights;

    /// <summary>Builds the filters from 0 Hz to half the sample rate.</summary>
    /// <param name="bands">Number of bands.</param>
    /// <param name="window">Samples of the transform: it has window / 2 + 1 frequency bins.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public MelFilterBank(int bands, int window, int sampleRate)
    {
        var bins = (window / 2) + 1;
        var top = ToMel(sampleRate / 2.0);
        _first = new int[bands];
        _weights = new float[bands][];
        for (var band = 0; band < bands; band++)
        {
            var low = ToHertz(top * band / (bands + 1));
            var centre = ToHertz(top * (band + 1) / (bands + 1));
            var high = ToHertz(top * (band + 2) / (bands + 1));
            var weights = new List<float>();
            for (var bin = 0; bin < bins; bin++)
            {
                var hertz = (double)bin * sampleRate / window;
                var weight = Math.Min((hertz - low) / (centre - low), (high - hertz) / (high - centre)) * 2 / (high - low);
                if (weight > 0)
                {
                    if (weights.Count == 0)
                    {
                        _first[band] = bin;
                    }

                    weights.Add((float)weight);
                }
            }

            _weights[band] = [.. weights];
        }
    }

    /// <summary>Number of bands.</summary>
    public int Bands => _first.Length;

    /// <summary>Weight of a frequency bin in a band.</summary>
    public float Weight(int band, int bin) =>
        bin >= _first[band] && bin < _first[band] + _weights[band].Length ? _weights[band][bin - _first[band]] : 0;

    /// <summary>The bands' power.</summary>
    /// <param name="power">One value a frequency bin.</param>
    /// <param name="mel">One value per band.</param>
    public void Apply(ReadOnlySpan<Vector256<float>> power, Span<Vector256<float>> mel)
    {
        for (var band = 0; band < mel.Length; band++)
        {
            var first = _first[band];
            var weights = _weights[band];
            var sum = Vector256<float>.Zero;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += power[first + i] * weights[i];
            }

            mel[band] = sum;
        }
    }

    private static double ToMel(double hertz) =>
        hertz < BreakHertz ? hertz / LinearHertzPerMel : BreakMel + (Math.Log(hertz / BreakHertz) / LogStep);

    private static double ToHertz(double mel) =>
        mel < BreakMel ? mel * LinearHertzPerMel : BreakHertz * Math.Exp((mel - BreakMel) * LogStep);
}

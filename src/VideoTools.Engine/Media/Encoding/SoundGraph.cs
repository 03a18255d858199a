// Method: a stretch is cut from the track with a quarter of a second of its neighbours, sped up by a chain of equal tempo steps of at most
// 2 (WSOLA: the pitch stays; one step beyond 2 would skip samples), and cut to the very number of samples that the plan says, so that the
// filter's own start and end are thrown away and nothing adds up from stretch to stretch. At a seam both sides fade over 4 ms, which is
// not heard and does not click. Cost: an hour of sound takes some seconds; a stretch costs a microsecond a block of sound.
using System.Globalization;
using System.Text;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The filters of a sound track that is retimed or cut.</summary>
internal static class SoundGraph
{
    private const double Context = 0.25;
    private const double FadeSeconds = 0.004;

    /// <summary>The filters of one track.</summary>
    /// <param name="input">Label of the track, without brackets.</param>
    /// <param name="output">Label of the result; other labels begin with it.</param>
    /// <param name="map">The stretches.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="cut">Filters that come first, with a comma at their end.</param>
    public static string Build(string input, string output, TimeMap map, int sampleRate, string cut = "")
    {
        var parts = map.Parts;
        var text = new StringBuilder();

        // Gaps are filled, a late start too, and the end is padded: sample numbers are times from here on.
        text.Append(CultureInfo.InvariantCulture,
            $"[{input}]{cut}aresample={sampleRate}:async=1:min_hard_comp=0.02:first_pts=0,apad=whole_dur={Piecewise.Number(parts[^1].End)}");
        if (parts.Count == 1)
        {
            return text.Append(',').Append(Part(map, 0, sampleRate)).Append(CultureInfo.InvariantCulture, $"[{output}]").ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $",asplit={parts.Count}");
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{output}i{i}]");
        }

        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $";[{output}i{i}]{Part(map, i, sampleRate)}[{output}o{i}]");
        }

        text.Append(';');
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{output}o{i}]");
        }

        return text.Append(CultureInfo.InvariantCulture, $"concat=n={parts.Count}:v=0:a=1[{output}]").ToString();
    }

    /// <summary>Tempo steps whose product is a speed, each between a half and 2.</summary>
    public static IEnumerable<double> Steps(double speed)
    {
        var count = Math.Max(1, (int)Math.Ceiling(Math.Abs(Math.Log2(speed)) - 1e-9));
        return Enumerable.Repeat(Math.Pow(speed, 1.0 / count), count);
    }

    private static string Part(TimeMap map, int index, int rate)
    {
        var part = map.Parts[index];
        var samples = Sample(part.OutputEnd, rate) - Sample(part.Output, rate);
        var lead = part.Speed == 1 ? 0 : Math.Min(Context * part.Speed, part.Start);
        var tail = part.Speed == 1 ? 0 : Context * part.Speed;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"atrim=start_sample={Sample(part.Start - lead, rate)}:end_sample={Sample(part.End + tail, rate)},asetpts=PTS-STARTPTS");
        if (part.Speed != 1)
        {
            foreach (var step in Steps(part.Speed))
            {
                text.Append(CultureInfo.InvariantCulture, $",atempo={Piecewise.Number(step)}");
            }

            var skip = Sample(lead / part.Speed, rate);
            text.Append(CultureInfo.InvariantCulture, $",atrim=start_sample={skip}:end_sample={skip + samples},asetpts=PTS-STARTPTS");
        }

        text.Append(CultureInfo.InvariantCulture, $",apad=whole_len={samples},atrim=end_sample={samples}");
        var fade = Sample(FadeSeconds, rate);
        if (samples > 4 * fade)
        {
            text.Append(index > 0 ? FormattableString.Invariant($",afade=t=in:ss=0:ns={fade}") : "");
            text.Append(index < map.Parts.Count - 1 ? FormattableString.Invariant($",afade=t=out:ss={samples - fade}:ns={fade}") : "");
        }

        return text.ToString();
    }

    private static long Sample(double seconds, int rate) => (long)Math.Round(seconds * rate);
}

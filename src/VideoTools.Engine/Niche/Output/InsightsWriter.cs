using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Niche.Output;

/// <summary>
/// Insights as JSON: niche by niche the keys that existing readers know (means, the pacing category, the primary zone), and beside them
/// the spread of every measure, the hook and the colours. What is not known is null, and never 0. Numbers have at most three decimals.
/// </summary>
internal static class InsightsWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's bytes: UTF-8, indented by 2, ending with a line feed.</summary>
    public static byte[] Serialize(IReadOnlyList<NicheStatistic> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var statistic in statistics)
            {
                Write(json, statistic);
            }

            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, NicheStatistic s)
    {
        json.WriteStartObject(s.Niche);
        json.WriteNumber("sample_size", s.SampleSize);
        json.WriteStartObject("template_profile");

        json.WriteStartObject("pacing");
        Write(json, "avg_cuts_per_minute", s.CutsPerMinuteMean);
        Write(json, "avg_scene_length", s.MeanSceneSecondsMean);
        Write(json, "median_scene_length", s.MedianSceneSecondsMean);
        json.WriteString("category", s.PacingClass);
        json.WriteEndObject();

        json.WriteStartObject("text_overlays");
        Write(json, "avg_density", s.OverlayDensityMean);
        Write(json, "avg_coverage_percent", s.TextCoveragePercentMean);
        json.WriteString("primary_zone", s.PrimaryTextZone);
        Write(json, "primary_zone_share", s.PrimaryTextZoneShare);
        Write(json, "heat", s.TextHeat);
        json.WriteEndObject();

        json.WriteStartObject("audio");
        Write(json, "avg_word_count", s.WordCountMean);
        Write(json, "avg_speech_pace_wpm", s.WordsPerMinuteMean);
        Write(json, "avg_speaking_time", s.SpeakingSecondsMean);
        Write(json, "speech_share", s.SpeechShare);
        json.WriteEndObject();

        json.WriteStartObject("visual");
        Write(json, "avg_brightness", s.BrightnessMeanMean);
        Write(json, "brightness_variance", s.BrightnessDeviationMean);
        json.WriteString("mean_color", s.MeanColor);
        Write(json, "avg_motion", s.MotionMean);
        json.WriteEndObject();

        json.WriteStartObject("duration");
        Write(json, "avg", s.DurationSecondsMean);
        Write(json, "median", s.DurationSecondsMedian);
        json.WriteStartArray("range");
        Write(json, s.DurationSecondsMinimum);
        Write(json, s.DurationSecondsMaximum);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("hook");
        json.WriteString("type", s.HookType);
        Write(json, "type_share", s.HookTypeShare);
        Write(json, "cut_share", s.HookCutShare);
        Write(json, "text_share", s.HookTextShare);
        Write(json, "speech_share", s.HookSpeechShare);
        Write(json, "median_cut_count", s.HookCutCountMedian);
        Write(json, "median_text_count", s.HookTextCountMedian);
        Write(json, "median_word_count", s.HookWordCountMedian);
        json.WriteEndObject();

        json.WriteStartObject("spread");
        foreach (var measure in NicheMeasures.All)
        {
            var spread = StatisticColumns.Read(s, measure);
            json.WriteStartObject(measure.Key);
            Write(json, "mean", spread.Mean);
            Write(json, "median", spread.Median);
            Write(json, "lower_quartile", spread.LowerQuartile);
            Write(json, "upper_quartile", spread.UpperQuartile);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("level", s.Level);
        json.WriteNumber("scene_sample_size", s.SceneSampleSize);
        json.WriteNumber("text_sample_size", s.TextSampleSize);
        json.WriteNumber("speech_sample_size", s.SpeechSampleSize);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Write(json, value);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            Write(json, value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(Math.Round(number, 3));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

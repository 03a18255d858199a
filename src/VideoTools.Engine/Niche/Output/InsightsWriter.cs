using VideoTools.Engine.Files;
using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Niche.Output;

/// <summary>
/// Insights as JSON: niche by niche the keys that existing readers know (means, the pacing category, the primary zone), and beside them
/// the spread of every measure, the hook and the colours. What is not known is null, and never 0. Numbers have at most three decimals.
/// </summary>
internal static class InsightsWriter
{
    /// <summary>The file's bytes: UTF-8, indented by 2, ending with a line feed.</summary>
    public static byte[] Serialize(IReadOnlyList<NicheStatistic> statistics) => JsonText.ToFile(json =>
    {
        foreach (var statistic in statistics)
        {
            Write(json, statistic);
        }
    });

    private static void Write(Utf8JsonWriter json, NicheStatistic s)
    {
        json.WriteStartObject(s.Niche);
        json.WriteNumber("sample_size", s.SampleSize);
        json.WriteStartObject("template_profile");

        json.WriteStartObject("pacing");
        json.WriteRounded("avg_cuts_per_minute", s.CutsPerMinuteMean);
        json.WriteRounded("avg_scene_length", s.MeanSceneSecondsMean);
        json.WriteRounded("median_scene_length", s.MedianSceneSecondsMean);
        json.WriteString("category", s.PacingClass);
        json.WriteEndObject();

        json.WriteStartObject("text_overlays");
        json.WriteRounded("avg_density", s.OverlayDensityMean);
        json.WriteRounded("avg_coverage_percent", s.TextCoveragePercentMean);
        json.WriteString("primary_zone", s.PrimaryTextZone);
        json.WriteRounded("primary_zone_share", s.PrimaryTextZoneShare);
        json.WriteList("heat", s.TextHeat, share => json.WriteRoundedValue(share));
        json.WriteEndObject();

        json.WriteStartObject("audio");
        json.WriteRounded("avg_word_count", s.WordCountMean);
        json.WriteRounded("avg_speech_pace_wpm", s.WordsPerMinuteMean);
        json.WriteRounded("avg_speaking_time", s.SpeakingSecondsMean);
        json.WriteRounded("speech_share", s.SpeechShare);
        json.WriteEndObject();

        json.WriteStartObject("visual");
        json.WriteRounded("avg_brightness", s.BrightnessMeanMean);
        json.WriteRounded("brightness_variance", s.BrightnessDeviationMean);
        json.WriteString("mean_color", s.MeanColor);
        json.WriteRounded("avg_motion", s.MotionMean);
        json.WriteEndObject();

        json.WriteStartObject("duration");
        json.WriteRounded("avg", s.DurationSecondsMean);
        json.WriteRounded("median", s.DurationSecondsMedian);
        json.WriteStartArray("range");
        json.WriteRoundedValue(s.DurationSecondsMinimum);
        json.WriteRoundedValue(s.DurationSecondsMaximum);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("hook");
        json.WriteString("type", s.HookType);
        json.WriteRounded("type_share", s.HookTypeShare);
        json.WriteRounded("cut_share", s.HookCutShare);
        json.WriteRounded("text_share", s.HookTextShare);
        json.WriteRounded("speech_share", s.HookSpeechShare);
        json.WriteRounded("median_cut_count", s.HookCutCountMedian);
        json.WriteRounded("median_text_count", s.HookTextCountMedian);
        json.WriteRounded("median_word_count", s.HookWordCountMedian);
        json.WriteEndObject();

        json.WriteStartObject("spread");
        foreach (var measure in NicheMeasures.All)
        {
            var spread = StatisticColumns.Read(s, measure);
            json.WriteStartObject(measure.Key);
            json.WriteRounded("mean", spread.Mean);
            json.WriteRounded("median", spread.Median);
            json.WriteRounded("lower_quartile", spread.LowerQuartile);
            json.WriteRounded("upper_quartile", spread.UpperQuartile);
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
}

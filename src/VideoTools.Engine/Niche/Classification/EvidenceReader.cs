// Weights: what a publisher chose to say counts more than what happens to be said or shown. A title names the subject; hashtags do so in
// single words, but some are there for reach; descriptions and captions digress; speech and on-screen text are long and recognised with
// errors. The name of the file counts only where nobody wrote a title.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>Collects the texts about a video.</summary>
internal sealed partial class EvidenceReader(HashtagSplitter tags)
{
    private const double TitleWeight = 1.0;
    private const double TagWeight = 0.8;
    private const double DescriptionWeight = 0.6;
    private const double TextWeight = 0.5;
    private const double SpeechWeight = 0.5;
    private const double NameWeight = 0.5;

    /// <summary>The texts, weightiest first. Hashtags inside of texts are taken out and counted as such.</summary>
    public List<EvidenceText> Read(NicheEvidence evidence)
    {
        var texts = new List<EvidenceText>();
        var hashtags = new List<string>();
        var metadata = evidence.Metadata;
        Add("title", metadata?.Title, TitleWeight);
        Add("text", evidence.Text, TitleWeight);
        if (metadata is not null)
        {
            hashtags.AddRange(metadata.Hashtags.Concat(metadata.Challenges).Select(PlainLetters.Of));
        }

        Add("description", metadata?.Caption, DescriptionWeight);
        Add("description", metadata?.Description, DescriptionWeight);
        Add("description", metadata?.Text, DescriptionWeight);
        Add("speech", evidence.Template?.Transcript, SpeechWeight);
        Add("text", Shown(evidence.Template), TextWeight);
        if (texts.Count == 0 && hashtags.Count == 0)
        {
            var path = evidence.Template?.FullName ?? metadata?.FullName ?? evidence.FullName;
            Add("name", path is null ? null : Path.GetFileNameWithoutExtension(path).Replace('_', ' '), NameWeight);
        }

        if (hashtags.Count > 0)
        {
            texts.Insert(
                Math.Min(1, texts.Count),
                new EvidenceText("hashtag", string.Join(" . ", hashtags.Select(tags.Split)), TagWeight));
        }

        return texts;

        void Add(string source, string? text, double weight)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            var plain = PlainLetters.Of(text);
            hashtags.AddRange(Hashtag().Matches(plain).Select(m => m.Groups[1].Value));
            var rest = Negations.Remove(Hashtag().Replace(Address().Replace(plain, " "), " ")).Trim();
            if (rest.Length > 0)
            {
                texts.Add(new EvidenceText(source, rest, weight));
            }
        }
    }

    /// <summary>What is shown as a sample: the first 100 characters of all texts.</summary>
    public static string? Sample(NicheEvidence evidence)
    {
        var metadata = evidence.Metadata;
        var text = string.Join(' ', new[]
        {
            metadata?.Title, evidence.Text, metadata?.Caption, metadata?.Description, metadata?.Text,
            metadata?.Hashtags.ToString().Replace(';', ' '),
            evidence.Template?.Transcript,
        }.Where(t => !string.IsNullOrWhiteSpace(t))).Trim();
        return text.Length == 0 ? null : text.Length <= 100 ? text : text[..(char.IsHighSurrogate(text[99]) ? 99 : 100)];
    }

    private static string? Shown(VideoTemplate? template) => template?.TextDetections is { Count: > 0 } detections
        ? string.Join(" . ", detections.Select(d => d.Text))
        : template?.TextPhrases is { Count: > 0 } phrases ? string.Join(" . ", phrases) : null;

    [GeneratedRegex(@"(?<![\w&])#([\p{L}\p{N}_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"\bhttps?://\S+|\bwww\.\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

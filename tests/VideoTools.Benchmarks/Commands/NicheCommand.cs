using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Niche;
using VideoTools.Engine;
using VideoTools.Engine.Taxonomy;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// niche [--fit] [--write] [--errors]: accuracy of the scorers on the project's own texts and on titles of trending videos, beside the rule of
/// the system before; reliability of the confidence; speed. Ends with 1 when a target is missed. --fit prints the constants that
/// NicheParameters holds, --write puts the tables into docs/accuracy-niche.md, --errors lists what went wrong.
/// </summary>
internal sealed class NicheCommand : ICommand
{
    private const double CategoryTarget = 0.9;
    private const double UnknownTarget = 0.8;
    private const double LeadTarget = 0.15;

    private readonly StringBuilder _page = new();
    private bool _isMissed;

    public string Summary => "niches: accuracy of the scorers, reliability of the confidence, speed (--fit, --write, --errors)";

    public int Run(IReadOnlyList<string> arguments)
    {
        var own = LabelledTexts.Own();
        if (arguments.Contains("--fit"))
        {
            var fit = new NicheFit(own.Where(t => t.IsForCalibration));
            foreach (var scorer in Enum.GetValues<NicheScorer>())
            {
                var (parameters, loss) = fit.Fit(scorer);
                Console.WriteLine(FormattableString.Invariant($"{scorer}: {parameters}, mean negative log-likelihood {loss:0.000}"));
            }

            if (LabelledTexts.HasTrending)
            {
                Console.WriteLine(FormattableString.Invariant($"youtube, certainty: {CertaintyFit.Best(LabelledTexts.Trending().Where(t => t.IsForCalibration)):0.00}"));
            }

            return 0;
        }

        using var engine = VideoEngine.Create();
        OwnTexts(engine, own, arguments.Contains("--errors"));
        AmbiguousWords(engine, arguments.Contains("--errors"));
        Trending(engine, arguments.Contains("--errors"));
        Examples();
        Speed(engine, own);
        if (arguments.Contains("--write"))
        {
            Write(_page.ToString());
        }

        return _isMissed ? 1 : 0;
    }

    private void OwnTexts(IVideoEngine engine, IReadOnlyList<LabelledText> own, bool listErrors)
    {
        Line($"### Own texts, default taxonomy");
        Line($"");
        Line($"| scorer | half | category | subcategory | micro-niche | off-topic unknown | ambiguous: one of them |");
        Line($"|---|---|---|---|---|---|---|");
        var reliability = new List<(double Confidence, bool IsRight)>();
        foreach (var scorer in new[] { NicheScorer.Keyword, NicheScorer.Meaning, NicheScorer.Both })
        {
            var classifier = engine.Niches.OpenClassifier(new NicheOptions { Scorer = scorer });
            foreach (var isCalibration in new[] { true, false })
            {
                LabelledText[] texts = [.. own.Where(t => t.IsForCalibration == isCalibration)];
                VideoNiche[] niches = [.. texts.Select(t => classifier.Classify(t.Evidence, default))];
                var s = NicheScore.Of(texts, niches);
                Line($"| {scorer} | {(isCalibration ? "calibration" : "report")} | {Share(s.Categories, s.Topics)} | {Share(s.Subcategories, s.Topics)} | {Share(s.MicroNiches, s.Topics)} | {Share(s.Unknown, s.Off)} | {Share(s.OneOfThem, s.Ambiguous)} |");
                if (scorer == NicheScorer.Both && !isCalibration)
                {
                    LabelledText[] bare = [.. texts.Where(t => t.TitleOnly.Evidence.Metadata!.Title is not null).Select(t => t.TitleOnly)];
                    var b = NicheScore.Of(bare, [.. bare.Select(t => classifier.Classify(t.Evidence, default))]);
                    Line($"| {scorer}, titles only | report | {Share(b.Categories, b.Topics)} | {Share(b.Subcategories, b.Topics)} | {Share(b.MicroNiches, b.Topics)} | {Share(b.Unknown, b.Off)} | {Share(b.OneOfThem, b.Ambiguous)} |");
                    Miss((double)s.Categories / s.Topics < CategoryTarget || (double)s.Unknown / s.Off < UnknownTarget);
                    var open = engine.Niches.OpenClassifier(new NicheOptions { Scorer = scorer, MinimumConfidence = 0 });
                    reliability.AddRange(texts.Zip(texts.Select(t => open.Classify(t.Evidence, default)))
                        .Where(p => p.First.Kind != "ambiguous")
                        .Select(p => (p.Second.Confidence, p.First.Kind == "topic" && p.First.Paths[0].Split(" > ")[0] == p.Second.Category)));
                }

                foreach (var (text, niche) in texts.Zip(niches).Where(p => listErrors && IsWrong(p.First, p.Second)))
                {
                    Console.WriteLine(FormattableString.Invariant(
                        $"  {scorer}: {text.Id} {text.Kind} {string.Join('|', text.Paths)} -> {niche.FullPath ?? "unknown"}@{niche.Confidence:0.00} [{niche.MatchedKeyword}] {niche.TextSample}"));
                }
            }
        }

        Line($"");
        Line($"Reliability of `Both` on the report half, whatever the limit: how often the category is right at a confidence.");
        Line($"");
        Reliability(reliability);
    }

    private void AmbiguousWords(IVideoEngine engine, bool listErrors)
    {
        Line($"### Words with another meaning, default taxonomy");
        Line($"");
        Line($"Titles whose one keyword means something else, or is denied (wanted: unknown), and titles where it means what the taxonomy means.");
        Line($"");
        Line($"| scorer | half | something else: unknown | meant so: right category |");
        Line($"|---|---|---|---|");
        foreach (var scorer in new[] { NicheScorer.Keyword, NicheScorer.Meaning, NicheScorer.Both })
        {
            var classifier = engine.Niches.OpenClassifier(new NicheOptions { Scorer = scorer });
            foreach (var isCalibration in new[] { true, false })
            {
                LabelledText[] texts = [.. LabelledTexts.AmbiguousWords().Where(t => t.IsForCalibration == isCalibration)];
                VideoNiche[] niches = [.. texts.Select(t => classifier.Classify(t.Evidence, default))];
                var s = NicheScore.Of(texts, niches);
                Line($"| {scorer} | {(isCalibration ? "calibration" : "report")} | {Share(s.Unknown, s.Off)} | {Share(s.Categories, s.Topics)} |");
                foreach (var (text, niche) in texts.Zip(niches).Where(p => listErrors && scorer == NicheScorer.Both && IsWrong(p.First, p.Second)))
                {
                    Console.WriteLine(FormattableString.Invariant(
                        $"  {text.Id} {string.Join('|', text.Paths)} -> {niche.FullPath ?? "unknown"}@{niche.Confidence:0.00} [{niche.MatchedKeyword}] {niche.TextSample}"));
                }
            }
        }

        Line($"");
    }

    // Guo et al. 2017: bins of equal width, the error weighted by their answers.
    private void Reliability(List<(double Confidence, bool IsRight)> answers)
    {
        var bins = answers.GroupBy(r => Math.Min(4, (int)(r.Confidence * 5))).OrderBy(g => g.Key).ToList();
        Line($"| confidence | answers | mean confidence | right |");
        Line($"|---|---|---|---|");
        foreach (var bin in bins)
        {
            Line($"| {bin.Key * 0.2:0.0} to {(bin.Key + 1) * 0.2:0.0} | {bin.Count()} | {bin.Average(r => r.Confidence):0.00} | {bin.Average(r => r.IsRight ? 1 : 0):0.00} |");
        }

        var error = bins.Sum(g => Math.Abs(g.Average(r => r.Confidence) - g.Average(r => r.IsRight ? 1.0 : 0)) * g.Count()) / answers.Count;
        Line($"");
        Line($"Expected calibration error: {error:0.000}.");
        Line($"");
    }

    private void Trending(IVideoEngine engine, bool listErrors)
    {
        if (!LabelledTexts.HasTrending)
        {
            Console.WriteLine("*** The titles of trending videos are not here: that table is missing. ***");
            return;
        }

        var texts = LabelledTexts.Trending();
        var nodes = engine.Taxonomies.Read("youtube");
        var nameOf = nodes.ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);
        var baseline = new SubstringBaseline(nodes);
        var generous = new SubstringBaseline(nodes, withNamesAndHints: true);
        List<(string Name, MacroF1 Score)> scores =
        [
            ("substring and depth (the system before), keywords", MacroF1.Of([.. texts.Select(t => (t.Paths[0], baseline.Classify(t.Evidence)?.Name ?? ""))])),
            ("the same, given names and hints as keywords, too", MacroF1.Of([.. texts.Select(t => (t.Paths[0], generous.Classify(t.Evidence)?.Name ?? ""))])),
        ];
        var reliability = new List<(double Confidence, bool IsRight)>();
        foreach (var scorer in new[] { NicheScorer.Keyword, NicheScorer.Meaning, NicheScorer.Both })
        {
            var classifier = engine.Niches.OpenClassifier(new NicheOptions { Scorer = scorer, TaxonomyPath = "youtube" });
            VideoNiche[] niches = [.. texts.Select(t => classifier.Classify(t.Evidence, default))];
            if (scorer == NicheScorer.Both)
            {
                // The other half fitted the certainty of the taxonomy.
                reliability.AddRange(texts.Zip(niches).Where(p => !p.First.IsForCalibration)
                    .Select(p => (p.Second.Confidence, nameOf.GetValueOrDefault(p.Second.Category) == p.First.Paths[0])));
            }

            scores.Add((scorer.ToString(), MacroF1.Of([.. texts.Zip(niches, (t, n) => (t.Paths[0], nameOf.GetValueOrDefault(n.Category, "")))])));
            foreach (var (text, niche) in texts.Zip(niches).Where(p => listErrors && scorer == NicheScorer.Both && nameOf.GetValueOrDefault(p.Second.Category) != p.First.Paths[0]))
            {
                Console.WriteLine(FormattableString.Invariant($"  {text.Paths[0]} -> {niche.Category}@{niche.Confidence:0.00} [{niche.MatchedKeyword}] {niche.TextSample}"));
            }
        }

        Line($"### Titles of trending videos, taxonomy \"youtube\"");
        Line($"");
        Line($"{texts.Count} titles with their tags; nothing was trained on them.");
        Line($"");
        Line($"| scorer | accuracy | macro-F1 |");
        Line($"|---|---|---|");
        foreach (var (name, score) in scores)
        {
            Line($"| {name} | {score.Accuracy:0.000} | {score.Value:0.000} |");
        }

        var both = scores[^1].Score;
        Miss(both.Value - scores[0].Score.Value < LeadTarget);
        Line($"");
        Line($"`Both` is {100 * (both.Value - scores[0].Score.Value):0.0} points of macro-F1 above the system before, and {100 * (both.Value - scores[1].Score.Value):0.0} above it where it is given every word of the file.");
        Line($"");
        Line($"| category | titles | F1 | precision | recall |");
        Line($"|---|---|---|---|---|");
        foreach (var c in both.Classes)
        {
            Line($"| {c.Class} | {c.Count} | {c.F1:0.00} | {c.Precision:0.00} | {c.Recall:0.00} |");
        }

        Line($"");
        Line($"Reliability of `Both` on every second title; the others fitted the one number `certainty` of the taxonomy, which changes no answer.");
        Line($"");
        Reliability(reliability);
    }

    private void Examples()
    {
        Line($"### Example titles held out of their taxonomy, by meaning");
        Line($"");
        Line($"Five-fold cross-validation; nothing of the sets above takes part. The head is a linear classifier over what the file says.");
        Line($"");
        Line($"| taxonomy | titles | nearest prototypes | with half of the head | the head, as it is | twice of it |");
        Line($"|---|---|---|---|---|---|");
        foreach (var name in new[] { "default", "youtube" })
        {
            var taxonomy = TaxonomyReader.Read(name);
            var shares = new[] { 0, 0.04, 0.08, 0.16 }.Select(w => HeldOutExamples.Measure(taxonomy, w)).ToArray();
            Line($"| {name} | {shares[0].Titles} | {shares[0].Share:0.000} | {shares[1].Share:0.000} | {shares[2].Share:0.000} | {shares[3].Share:0.000} |");
        }

        Line($"");
    }

    private void Speed(IVideoEngine engine, IReadOnlyList<LabelledText> own)
    {
        NicheEvidence[] thousand = [.. Enumerable.Range(0, 1000).Select(i => own[i % own.Count].Evidence)];
        Line($"### Speed");
        Line($"");
        Line($"1,000 classifications, loading of the taxonomy, the model and its prototypes included; {Environment.ProcessorCount} cores.");
        Line($"");
        Line($"| scorer | s |");
        Line($"|---|---|");
        foreach (var scorer in new[] { NicheScorer.Keyword, NicheScorer.Meaning, NicheScorer.Both })
        {
            var clock = Stopwatch.StartNew();
            var classifier = engine.Niches.OpenClassifier(new NicheOptions { Scorer = scorer });
            Array.ForEach(thousand, evidence => classifier.Classify(evidence, default));
            Line($"| {scorer} | {clock.Elapsed.TotalSeconds:0.00} |");
        }
    }

    private static bool IsWrong(LabelledText text, VideoNiche niche) => text.Kind == "off"
        ? niche.Category != VideoNiche.Unknown
        : !text.Paths.Any(p => p.Split(" > ")[0] == niche.Category);

    private static string Share(int count, int of) => of == 0 ? "" : FormattableString.Invariant($"{count} of {of} ({100.0 * count / of:0} %)");

    private void Miss(bool isMissed) => _isMissed |= isMissed;

    private void Line(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        _page.Append(text).Append('\n');
    }

    private static void Write(string tables)
    {
        const string begin = "<!-- niche:begin -->";
        const string end = "<!-- niche:end -->";
        var path = Path.Combine(RepositoryPaths.Root, "docs", "accuracy-niche.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(path, page[..from] + "\n" + tables + page[to..]);
    }
}

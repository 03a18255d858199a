using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;
using VideoTools.Engine.Tests.Features.Speech;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class NicheClassifierTests
{
    private const string Model = "minilm-l6";

    [Fact]
    public void Classify_OwnTextsByKeywords_MeetsTheTargets() => AssertTargets(NicheScorer.Keyword);

    [RequiresModelFact(Model)]
    public void Classify_OwnTextsByBoth_MeetsTheTargets() => AssertTargets(NicheScorer.Both);

    [RequiresModelFact(Model)]
    public void Classify_Confidence_IsTheShareOfRightAnswers()
    {
        LabelledText[] texts = [.. LabelledTexts.Own().Where(t => !t.IsForCalibration && t.Kind != "ambiguous")];
        var classifier = Open(NicheScorer.Both, minimum: 0);

        var answers = texts.Select(t => (First: t, Second: classifier.Classify(t.Evidence, default)))
            .Select(p => (p.Second.Confidence, IsRight: p.First.Paths.Count > 0 && p.First.Paths[0].StartsWith(p.Second.Category + " ", StringComparison.Ordinal))).ToList();
        var error = answers.GroupBy(a => Math.Min(4, (int)(a.Confidence * 5)))
            .Sum(g => Math.Abs(g.Average(a => a.Confidence) - g.Average(a => a.IsRight ? 1.0 : 0)) * g.Count()) / answers.Count;

        Assert.InRange(error, 0, 0.08);
    }

    [Fact]
    public void Classify_ATitle_GivesPathKeywordsSourcesAndTraits()
    {
        var niche = One(new NicheEvidence
        {
            Metadata = new VideoMetadata
            {
                VideoId = "v1", SourcePath = "m.csv", Title = "My morning routine for a productive day", Hashtags = new ValueList<string>(["morningroutine", "5amclub"]),
                ViewCount = 120, EngagementRate = 0.1,
            },
        });

        Assert.Equal(("productivity", "time_management", "morning_routine"), (niche.Category, niche.Subcategory, niche.MicroNiche));
        Assert.Equal("productivity > time_management > morning_routine", niche.FullPath);
        Assert.Contains("morning routine", niche.MatchedKeyword);
        Assert.Equal(["hashtag", "title"], niche.Source.Order(StringComparer.Ordinal));
        Assert.InRange(niche.Confidence, 0.8, 1);
        Assert.NotNull(niche.TypicalVideoLength);
        Assert.Equal(("v1", 120L, 0.1, "en"), (niche.VideoId, niche.ViewCount!.Value, niche.EngagementRate!.Value, niche.Language));
    }

    [Theory]
    [InlineData("She said again that the main air mail failed")]
    [InlineData("")]
    [InlineData("qwzx vbnm")]
    public void Classify_NothingOfAnyNiche_IsUnknown(string text)
    {
        var niche = One(new NicheEvidence { Text = text });

        Assert.Equal((VideoNiche.Unknown, null, null, null), (niche.Category, niche.Subcategory, niche.MicroNiche, niche.FullPath));
        Assert.True(niche.Confidence < 0.5);
    }

    [Fact]
    public void Classify_WhereNodesOverlap_GivesTheSameAnswerWithLessConfidence()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".json");
        VideoNiche With(string certainty)
        {
            File.WriteAllText(path, $$"""{ "exhaustive": true, {{certainty}} "nodes": [ { "key": "cats", "keywords": ["cat"] }, { "key": "dogs", "keywords": ["dog", "puppy"] } ] }""");
            var classifier = new NicheClassifier(TaxonomyReader.Read(path), new NicheOptions { Scorer = NicheScorer.Keyword });
            return classifier.Classify(new NicheEvidence { Text = "A dog, a puppy and a cat" }, default);
        }

        try
        {
            var (sure, doubtful) = (With(""), With("\"certainty\": 0.3,"));
            Assert.Equal(("dogs", "dogs"), (sure.Category, doubtful.Category));
            Assert.InRange(doubtful.Confidence, 0.5, sure.Confidence - 0.05);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Classify_ATemplate_ReadsSpeechAndScreen_AndKeepsItsMeasures()
    {
        var niche = One(new NicheEvidence
        {
            Template = new VideoTemplate
            {
                FullName = "/v/clip01.mp4", VideoId = "clip01", FileName = "clip01.mp4", Transcript = "Today I show you how I set up my Notion workspace from scratch",
                CutsPerMinute = 12, TextDetections = new ValueList<TemplateText>([new TemplateText(0, 2, "Notion template", 0.9, 1, 1, TextZone.Top)]),
            },
        });

        Assert.Equal("notion_setup", niche.MicroNiche);
        Assert.Equal((12.0, "clip01"), (niche.CutsPerMinute!.Value, niche.VideoId));
        Assert.Contains("speech", niche.Source);
    }

    [Fact]
    public void Classify_AFileOnly_ReadsItsName()
    {
        var niche = One(new NicheEvidence { FullName = "/v/shopify_dropshipping_store_tutorial.mp4" });

        Assert.Equal(("ecommerce", "shopify_dropshipping_store_tutorial"), (niche.Category, niche.VideoId));
        Assert.Equal(["name"], niche.Source);
    }

    [RequiresModelFact(Model)]
    public void Classify_OtherLanguages_AreFoundByKeywordsOrUnknown()
    {
        var classifier = Open(NicheScorer.Both);

        var german = classifier.Classify(new NicheEvidence { Text = "Mein Notion Setup und wie ich mit der Vorlage die Woche plane" }, default);
        var russian = classifier.Classify(new NicheEvidence { Text = "Как приготовить борщ дома" }, default);

        Assert.Equal(("notion_setup", "de"), (german.MicroNiche, german.Language));
        Assert.Equal((VideoNiche.Unknown, "ru"), (russian.Category, russian.Language));
    }

    [Fact]
    public void Open_OptionsOutOfRange_Throw()
    {
        Assert.Throws<ArgumentException>(() => Open(NicheScorer.Keyword, minimum: 1.5));
        Assert.Throws<ArgumentException>(() => new NicheClassifier(TaxonomyReader.Read(null), new NicheOptions { AlternativeCount = -1 }));
    }

    [Fact]
    public void Classify_Youtube_HasNoUnknownWhereThereIsAKeyword()
    {
        var classifier = new NicheClassifier(TaxonomyReader.Read("youtube"), new NicheOptions { Scorer = NicheScorer.Keyword });

        Assert.Equal("pets_animals", classifier.Classify(new NicheEvidence { Text = "My kitten meets the puppy" }, default).Category);
    }

    private static void AssertTargets(NicheScorer scorer)
    {
        var texts = LabelledTexts.Own();
        Assert.True(texts.Count >= 150);
        var classifier = Open(scorer);

        var score = NicheScore.Of(texts, [.. texts.Select(t => classifier.Classify(t.Evidence, default))]);

        Assert.InRange((double)score.Categories / score.Topics, 0.9, 1);
        Assert.InRange((double)score.Unknown / score.Off, 0.8, 1);
    }

    private static NicheClassifier Open(NicheScorer scorer, double? minimum = null) =>
        new(TaxonomyReader.Read(null), new NicheOptions { Scorer = scorer, MinimumConfidence = minimum },
            scorer == NicheScorer.Keyword ? null : new TextEmbedder(InferenceDevice.Cpu));

    private static VideoNiche One(NicheEvidence evidence)
    {
        var classifier = Open(NicheScorer.Keyword);
        return classifier.Classify(evidence, default);
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTools.Core.Tests.Schema;

public sealed class RecordJsonTests
{
    public static TheoryData<Type> Types =>
        [.. SampleRecords.RecordTypes, .. SampleRecords.OptionTypes, typeof(VideoStill), typeof(NicheEvidence), typeof(ReportData)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Read_WhatWasWritten_IsTheRecord(Type type)
    {
        var record = type == typeof(VideoStill)
            ? new VideoStill { FullName = "a", Seconds = 0.1, Width = 2, Height = 3, Jpeg = new byte[] { 1, 200, 3 } }
            : type == typeof(ReportData) ? new ReportData { Title = "t", Scenes = [(VideoScene)SampleRecords.Of(typeof(VideoScene))] }
            : SampleRecords.Of(type);

        using var json = JsonDocument.Parse(Write(record));
        var read = RecordJson.Read(json.RootElement, type);

        Assert.Equal(Write(record), Write(read));
        if (record is not VideoStill)
        {
            Assert.Equal(SampleRecords.Values(record), SampleRecords.Values(read));
        }
    }

    [Fact]
    public void Write_Scene_IsTheFormOfTheCommandLine() => Assert.Equal(
        """{"FullName":"/v/ü.mp4","VideoId":"ü","Index":1,"SceneIndex":1,"Start":"00:00:01.5000000","End":"00:00:03","Duration":"00:00:01.5000000","StartSeconds":1.5"""
        + ""","EndSeconds":3,"DurationSeconds":1.5,"StartFrame":36,"EndFrame":72,"Transition":"Cut","TransitionStartSeconds":1.5"""
        + ""","TransitionEndSeconds":1.5,"Score":null,"Confidence":0.9,"Detector":"Hybrid","FrameRate":"24000/1001","Status":"Ok"}""",
        Write(new VideoScene
        {
            FullName = "/v/ü.mp4", Index = 1, Start = TimeSpan.FromSeconds(1.5), End = TimeSpan.FromSeconds(3), StartSeconds = 1.5,
            EndSeconds = 3, DurationSeconds = 1.5, StartFrame = 36, EndFrame = 72, Transition = TransitionKind.Cut, TransitionStartSeconds = 1.5,
            TransitionEndSeconds = 1.5, Score = double.NaN, Confidence = 0.9, Detector = SceneDetector.Hybrid, FrameRate = new Rational(24000, 1001),
        }));

    [Fact]
    public void Write_AnyCulture_IsTheSame()
    {
        var invariant = Write(SampleRecords.Of(typeof(VideoTemplate)));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            Assert.Equal(invariant, Write(SampleRecords.Of(typeof(VideoTemplate))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Read_NumbersThatAreNone_AreNaN()
    {
        using var json = JsonDocument.Parse("""{"Number":1,"ClusterCount":1,"Size":1,"Label":"x","Silhouette":null,"Typical":""}""");

        var cluster = (NicheCluster)RecordJson.Read(json.RootElement, typeof(NicheCluster));

        Assert.True(double.IsNaN(cluster.Silhouette));
        Assert.Equal("", cluster.Typical);
    }

    [Fact]
    public void Read_NegativeZeroAndTheLargestNumbers_AreExact()
    {
        var frames = new Numbers { Double = -0.0, Long = long.MaxValue, Int = int.MinValue, List = new([double.Epsilon, 0.1 + 0.2]) };

        using var json = JsonDocument.Parse(Write(frames));
        var read = (Numbers)RecordJson.Read(json.RootElement, typeof(Numbers));

        Assert.True(double.IsNegative(read.Double));
        Assert.Equal((frames.Long, frames.Int), (read.Long, read.Int));
        Assert.Equal(frames.List, read.List);
    }

    [Fact]
    public void Read_ReadOnlyColumnsAndUnknownKeys_ArePassedOver()
    {
        using var json = JsonDocument.Parse("""{"FullName":"a","Index":1,"End":"00:00:02","Duration":"09:00:00","Later":{}}""");

        Assert.Equal(TimeSpan.FromSeconds(2), ((VideoScene)RecordJson.Read(json.RootElement, typeof(VideoScene))).Duration);
    }

    [Theory]
    [InlineData("""{"Index":1}""", "A VideoScene has no FullName.")]
    [InlineData("""{"FullName":"a","Index":"x"}""", "Its Index 'x' is not a number.")]
    [InlineData("""{"FullName":"a","Index":null}""", "Its Index is null.")]
    [InlineData("""{"FullName":"a","Index":1,"Status":"Gone"}""", "Its Status 'Gone' is not known.")]
    [InlineData("""{"FullName":"a","Index":1,"FrameRate":{"Numerator":1,"Denominator":0}}""", "Its FrameRate is not possible")]
    [InlineData("[]", "A VideoScene is no object.")]
    public void Read_Wrong_SaysWhat(string text, string expected)
    {
        using var json = JsonDocument.Parse(text);

        var problem = Assert.Throws<JsonException>(() => RecordJson.Read(json.RootElement, typeof(VideoScene)));
        Assert.StartsWith(expected, problem.Message, StringComparison.Ordinal);
    }

    private static string Write(object record)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            RecordJson.Write(json, record);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed record Numbers
    {
        public double Double { get; init; }

        public long Long { get; init; }

        public int Int { get; init; }

        public ValueList<double> List { get; init; } = ValueList<double>.Empty;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using VideoTools.Engine.Timelines;

namespace VideoTools.Engine.Tests.Timelines;

/// <summary>
/// What is written is read back by readers that share nothing with the writers: fields of events, a JSON document, an XML document whose
/// structure is checked against what FCPXML 1.9's definition demands. Each gives frames again.
/// </summary>
public sealed partial class TimelineFormatTests
{
    public static TheoryData<long, long> Rates => new()
    {
        { 24000, 1001 }, { 24, 1 }, { 25, 1 }, { 30000, 1001 }, { 30, 1 }, { 50, 1 }, { 60000, 1001 }, { 60, 1 },
    };

    // Over a minute and over ten minutes, where drop-frame timecode jumps.
    private static readonly long[] Cuts = [0, 47, 1799, 1800, 3600, 17982, 40000];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Edl_AnyRate_NamesTheFramesOfTheScenes(long numerator, long denominator)
    {
        var rate = new Rational(numerator, denominator);
        var text = EdlWriter.Write(Timeline.Of(TimelineSamples.Scenes(rate, Cuts), TimelineSamples.Info(rate, 40000), needsTimecode: true));

        var lines = text.Split("\r\n");
        Assert.StartsWith("TITLE: ", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
        var drops = numerator is 30000 or 60000;
        Assert.Equal(drops ? "FCM: DROP FRAME" : "FCM: NON-DROP FRAME", lines[1]);
        var events = lines.Where(line => Event().IsMatch(line)).ToArray();
        Assert.Equal(Cuts.Length - 1, events.Length);
        for (var i = 0; i < events.Length; i++)
        {
            var fields = events[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal([$"{i + 1:000}", "AX", "V", "C"], fields[..4]);
            Assert.Equal([Cuts[i], Cuts[i + 1], Cuts[i], Cuts[i + 1]], fields[4..].Select(f => ReadTimecode(f, numerator, denominator)));
            Assert.Equal(drops, fields[4].Contains(';', StringComparison.Ordinal));
        }

        Assert.Contains("* FROM CLIP NAME: a & \"b\" <c>%20 #1.mp4", lines);
    }

    [Fact]
    public void Edl_FileWithTimecode_CountsFromIt()
    {
        var rate = new Rational(30000, 1001);
        var scenes = TimelineSamples.Scenes(rate, 0, 60);

        var drop = EdlWriter.Write(Timeline.Of(scenes, TimelineSamples.Info(rate, 60, timecode: "01:00:00;00"), needsTimecode: true));
        var counted = EdlWriter.Write(Timeline.Of(scenes, TimelineSamples.Info(rate, 60, timecode: "01:00:00:00"), needsTimecode: true));

        Assert.Contains("01:00:00;00 01:00:02;00 01:00:00;00 01:00:02;00", drop, StringComparison.Ordinal);
        Assert.Contains("FCM: NON-DROP FRAME", counted, StringComparison.Ordinal);
        Assert.Contains("01:00:00:00 01:00:02:00 01:00:00:00 01:00:02:00", counted, StringComparison.Ordinal);
    }

    [Fact]
    public void Edl_HighRate_CountsHalf()
    {
        var rate = new Rational(120, 1);

        var text = EdlWriter.Write(Timeline.Of(TimelineSamples.Scenes(rate, 0, 240), null, needsTimecode: true));

        Assert.Contains("00:00:00:00 00:00:02:00", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Otio_AnyRate_HoldsTheFramesOfTheScenes(long numerator, long denominator)
    {
        var rate = new Rational(numerator, denominator);
        var bytes = OtioWriter.Write(Timeline.Of(TimelineSamples.Scenes(rate, Cuts), TimelineSamples.Info(rate, 40000)));

        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        Assert.Equal("Timeline.1", root.GetProperty("OTIO_SCHEMA").GetString());
        Assert.Equal("Stack.1", root.GetProperty("tracks").GetProperty("OTIO_SCHEMA").GetString());
        var tracks = root.GetProperty("tracks").GetProperty("children").EnumerateArray().ToArray();
        Assert.Equal(["Video", "Audio"], tracks.Select(track => track.GetProperty("kind").GetString()));
        foreach (var track in tracks)
        {
            Assert.Equal("Track.1", track.GetProperty("OTIO_SCHEMA").GetString());
            var clips = track.GetProperty("children").EnumerateArray().ToArray();
            var ranges = clips.Select(clip => ReadRange(clip.GetProperty("source_range"), rate));
            Assert.Equal(Cuts.Zip(Cuts.Skip(1), (a, b) => (a, b - a)), ranges);
            var media = clips[0].GetProperty("media_reference");
            Assert.Equal((0, 40000), ReadRange(media.GetProperty("available_range"), rate));
            Assert.Equal(TimelineSamples.Path, ReadFileUrl(media.GetProperty("target_url").GetString()!));
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void FcpXml_AnyRate_HoldsTheFramesOfTheScenes(long numerator, long denominator)
    {
        var rate = new Rational(numerator, denominator);
        var document = Load(FcpXmlWriter.Write(Timeline.Of(TimelineSamples.Scenes(rate, Cuts), TimelineSamples.Info(rate, 40000))));

        Assert.Equal("fcpxml", document.DocumentType!.Name);
        var root = document.Root!;
        Assert.Equal("1.9", root.Attribute("version")!.Value);
        var format = root.Element("resources")!.Element("format")!;
        var size = (Text(format, "width"), Text(format, "height"));
        Assert.Equal(($"{denominator}/{numerator}s", ("1920", "1080")), (Text(format, "frameDuration"), size));
        var asset = root.Element("resources")!.Element("asset")!;
        string[] facts = ["start", "hasVideo", "hasAudio", "audioChannels", "audioRate"];
        Assert.Equal(["0s", "1", "1", "2", "48000"], facts.Select(name => Text(asset, name)));
        Assert.Equal(40000, ReadTime(Text(asset, "duration"), rate));
        Assert.Equal(TimelineSamples.Path, ReadFileUrl(asset.Element("media-rep")!.Attribute("src")!.Value));
        var sequence = root.Element("library")!.Element("event")!.Element("project")!.Element("sequence")!;
        Assert.Equal(Text(format, "id"), Text(sequence, "format"));
        Assert.Equal(numerator is 30000 or 60000 ? "DF" : "NDF", Text(sequence, "tcFormat"));
        var clips = sequence.Element("spine")!.Elements("asset-clip").ToArray();
        Assert.All(clips, clip => Assert.Equal(Text(asset, "id"), Text(clip, "ref")));
        Assert.Equal(
            Cuts.Zip(Cuts.Skip(1), (a, b) => (a, a, b - a)),
            clips.Select(c => (ReadTime(Text(c, "offset"), rate), ReadTime(Text(c, "start"), rate), ReadTime(Text(c, "duration"), rate))));
    }

    [Fact]
    public void FcpXml_WithoutTheVideo_SaysLess()
    {
        var root = Load(FcpXmlWriter.Write(Timeline.Of(TimelineSamples.Scenes(new Rational(25, 1), 10, 20), null))).Root!;

        Assert.Null(root.Descendants("format").Single().Attribute("width"));
        Assert.Null(root.Descendants("asset").Single().Attribute("hasAudio"));
        Assert.Equal(("0s", "2/5s", "2/5s"), (
            Text(root.Descendants("asset-clip").Single(), "offset"),
            Text(root.Descendants("asset-clip").Single(), "start"),
            Text(root.Descendants("asset-clip").Single(), "duration")));
    }

    [Fact]
    public void Timeline_VariableRate_CountsTimesNotFrames()
    {
        var scenes = TimelineSamples.Scenes(new Rational(30, 1), 0, 90).Select(s => s with { EndSeconds = 4.2, EndFrame = 90 }).ToArray();

        var clip = Timeline.Of(scenes, TimelineSamples.Info(new Rational(273, 10), 90) with { IsVariableFrameRate = true }).Clips.Single();

        Assert.Equal(126, clip.End);
    }

    [Fact]
    public void Xml_WhatXmlCannotHold_IsReplaced() =>
        Assert.Equal("a\uFFFDb\uFFFDc\U0001F600", TimelineText.Xml("a\u0001b" + (char)0xD800 + "c\U0001F600"));

    [Fact]
    public void Csv_IsWhatRecordReaderReads()
    {
        var scenes = TimelineSamples.Scenes(new Rational(30000, 1001), 0, 47, 100);

        var text = SceneTexts.Csv(scenes);

        using var reader = new StringReader(text);
        var header = reader.ReadLine()!.Split(',').Select(cell => cell.Trim('"')).ToArray();
        Assert.Equal(RecordSchema.Of<VideoScene>().Columns.Select(c => c.Name), header);
        Assert.Contains(",\"1.568233", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsTheRecords()
    {
        var scenes = TimelineSamples.Scenes(new Rational(25, 1), 0, 47, 100);

        using var document = JsonDocument.Parse(SceneTexts.Json(scenes));

        var read = document.RootElement.EnumerateArray().Select(e => RecordJson.Read(e, typeof(VideoScene)).ToString());
        Assert.Equal(scenes.Select(s => s.ToString()), read);
    }

    private static string Text(XElement element, string name) => element.Attribute(name)!.Value;

    private static XDocument Load(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        return XDocument.Load(reader);
    }

    private static string ReadFileUrl(string url)
    {
        Assert.StartsWith("file:///", url, StringComparison.Ordinal);
        return Encoding.UTF8.GetString([.. Bytes(url["file://".Length..])]);

        static IEnumerable<byte> Bytes(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                Assert.InRange(text[i], '!', '~');
                yield return text[i] == '%' ? Convert.ToByte(text.Substring(i + 1, 2), 16) : (byte)text[i];
                i += text[i] == '%' ? 2 : 0;
            }
        }
    }

    private static (long Start, long Length) ReadRange(JsonElement range, Rational rate)
    {
        long Frames(string name)
        {
            Assert.Equal(rate.ToDouble(), range.GetProperty(name).GetProperty("rate").GetDouble());
            return (long)range.GetProperty(name).GetProperty("value").GetDouble();
        }

        return (Frames("start_time"), Frames("duration"));
    }

    // A whole number of frames, or no time of FCPXML.
    private static long ReadTime(string text, Rational rate)
    {
        var parts = text.TrimEnd('s').Split('/').Select(p => decimal.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var frames = parts[0] / (parts.Length > 1 ? parts[1] : 1) * rate.Numerator / rate.Denominator;
        Assert.Equal(Math.Round(frames), frames, 10);
        return (long)Math.Round(frames);
    }

    // By walking from minute to minute, not by the writer's formula.
    private static long ReadTimecode(string text, long numerator, long denominator)
    {
        var parts = text.Split(':', ';').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var nominal = (long)Math.Round((double)numerator / denominator);
        var dropped = denominator == 1001 && nominal >= 30 ? nominal / 15 : 0;
        var frame = 0L;
        var minutes = (parts[0] * 60) + parts[1];
        for (var minute = 0; minute < minutes; minute++)
        {
            frame += (nominal * 60) - (minute % 10 == 0 ? 0 : dropped);
        }

        return frame + (parts[2] * nominal) + parts[3] - (minutes % 10 == 0 ? 0 : dropped);
    }

    [GeneratedRegex(@"^\d{3}  ")]
    private static partial Regex Event();
}

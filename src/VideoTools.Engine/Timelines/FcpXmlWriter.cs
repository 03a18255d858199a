// Format: FCPXML 1.9 (Final Cut Pro 10.4.9 and later; DaVinci Resolve reads it, too). One project with one asset-clip a scene. Times are
// fractions of a second, each a whole number of frames: frame * 1001 / 30000 and so on, which no decimal could hold. Cost: linear.
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VideoTools.Engine.Timelines;

/// <summary>Makes projects of Final Cut Pro.</summary>
internal static class FcpXmlWriter
{
    private const string Format = "r1";
    private const string Asset = "r2";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var name = TimelineText.Xml(TimelineText.OneLine(timeline.Name));
        var kind = timeline.Rate.IsDropFrame ? "DF" : "NDF";
        var length = timeline.Clips.Sum(clip => clip.Length);
        var document = new XDocument(
            new XDocumentType("fcpxml", null, null, null),
            new XElement(
                "fcpxml",
                new XAttribute("version", "1.9"),
                new XElement("resources", FormatOf(timeline), AssetOf(timeline, name)),
                new XElement("library", new XElement(
                    "event",
                    new XAttribute("name", name),
                    new XElement("project", new XAttribute("name", name), new XElement(
                        "sequence",
                        new XAttribute("format", Format),
                        new XAttribute("duration", Time(timeline, length)),
                        new XAttribute("tcStart", Time(timeline, timeline.Origin)),
                        new XAttribute("tcFormat", kind),
                        new XElement("spine", ClipsOf(timeline, kind))))))));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            document.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static XElement FormatOf(Timeline timeline) => new(
        "format",
        new XAttribute("id", Format),
        new XAttribute("frameDuration", Time(timeline, 1)),
        timeline.Info is { Width: > 0, Height: > 0 } info
            ? new object[] { new XAttribute("width", info.Width), new XAttribute("height", info.Height) }
            : null);

    private static XElement AssetOf(Timeline timeline, string name)
    {
        var sound = timeline.Info?.AudioTracks is [var first, ..] ? first : null;
        return new XElement(
            "asset",
            new XAttribute("id", Asset),
            new XAttribute("name", name),
            new XAttribute("start", Time(timeline, timeline.Origin)),
            new XAttribute("duration", Time(timeline, timeline.Length)),
            new XAttribute("hasVideo", "1"),
            new XAttribute("format", Format),
            sound is null ? null : new object[]
            {
                new XAttribute("hasAudio", "1"),
                new XAttribute("audioSources", "1"),
                new XAttribute("audioChannels", sound.Channels),
                new XAttribute("audioRate", sound.SampleRate),
            },
            new XElement(
                "media-rep",
                new XAttribute("kind", "original-media"),
                new XAttribute("src", TimelineText.FileUrl(timeline.FullName))));
    }

    private static IEnumerable<XElement> ClipsOf(Timeline timeline, string kind)
    {
        var offset = timeline.Origin;
        foreach (var clip in timeline.Clips)
        {
            yield return new XElement(
                "asset-clip",
                new XAttribute("ref", Asset),
                new XAttribute("name", clip.Name),
                new XAttribute("offset", Time(timeline, offset)),
                new XAttribute("start", Time(timeline, timeline.Origin + clip.Start)),
                new XAttribute("duration", Time(timeline, clip.Length)),
                new XAttribute("format", Format),
                new XAttribute("tcFormat", kind));
            offset += clip.Length;
        }
    }

    private static string Time(Timeline timeline, long frame)
    {
        var rate = timeline.Rate.Rate;
        var time = new Rational(frame * rate.Denominator, rate.Numerator);
        return time.Denominator == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Numerator}s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Numerator}/{time.Denominator}s");
    }
}

using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Text;

/// <summary>
/// Composes the clips of a set: eight seconds of a real film each, three lanes (top, middle, bottom), in each lane overlays one after
/// another: single captions, captions that follow each other without a gap, lower thirds of two lines, addresses, numbers, Chinese,
/// moving ones. Sizes 24 to 110 pixels. Half of the clips 720p, half 1080p.
/// </summary>
public sealed class TextSetComposer(TextSetPlan plan)
{
    private const int Seconds = 8;
    private static readonly string[] Colours = ["yellow", "red", "cyan", "lime", "orange", "magenta"];
    private static readonly int[] Sizes = [24, 28, 32, 36, 40, 48, 56, 64, 72, 84, 96, 110];

    private readonly SplitMix _random = new(plan.Seed);

    // Pieces of the films that show no text of their own.
    private static (string Film, double Start)[] Pieces =>
    [
        (RealClips.BigBuckBunny!, 2.0), (RealClips.BigBuckBunny!, 6.5), (RealClips.BigBuckBunny!, 11.4), (RealClips.SintelTrailer!, 12.4),
        (RealClips.SintelTrailer!, 20.4), (RealClips.SintelTrailer!, 28.4), (RealClips.SintelTrailer!, 30.8),
    ];

    /// <summary>The recipes.</summary>
    public IReadOnlyList<TextClipSpec> Compose() => [.. Enumerable.Range(0, TextSetPlan.ClipCount).Select(Clip)];

    /// <summary>The text-free pieces at both sizes: nothing may be found there.</summary>
    public static IReadOnlyList<TextClipSpec> ComposeTextFree()
    {
        var pieces = Pieces.Select((p, i) => (p.Film, p.Start, Size: i % 2 == 0 ? (1280, 720) : (1920, 1080))).ToList();
        pieces.Add((RealClips.SintelTrailer!, 0.5, (1280, 720)));
        return [.. pieces.Select((p, i) => new TextClipSpec(
            FormattableString.Invariant($"text-free-{i:00}"), p.Film, p.Start, p.Size.Item1, p.Size.Item2, 24, Seconds * 24, []))];
    }

    private TextClipSpec Clip(int number)
    {
        var (film, start) = Pieces[number % Pieces.Length];
        var (width, height) = number % 2 == 0 ? (1280, 720) : (1920, 1080);
        var rate = _random.Pick([24, 25, 30]);
        var overlays = new List<TextOverlay>();
        for (var lane = 0; lane < 3; lane++)
        {
            Fill(lane, number, width, height, rate, overlays);
        }

        return new TextClipSpec(
            string.Create(CultureInfo.InvariantCulture, $"{plan.Name}-{number:00}"), film, start, width, height, rate, Seconds * rate, overlays);
    }

    private void Fill(int lane, int number, int width, int height, int rate, List<TextOverlay> overlays)
    {
        switch ((number + (lane * 3)) % 7)
        {
            case 0:
                Sequence(lane, width, height, rate, overlays);
                break;
            case 1 when lane == 2:
                LowerThird(width, height, rate, overlays);
                break;
            case 2:
                One(lane, "chinese", OverlayPhrases.Chinese, Fonts.Chinese!, 0.4, 7.4, width, height, rate, overlays);
                break;
            case 3:
                One(lane, "moving", OverlayPhrases.Captions, LatinFont(), 0.3, 3.9, width, height, rate, overlays);
                One(lane, "caption", OverlayPhrases.Captions, LatinFont(), 4.2, 7.6, width, height, rate, overlays);
                break;
            case 4:
                One(lane, "address", OverlayPhrases.Addresses, LatinFont(), 0.2, 4.0, width, height, rate, overlays);
                One(lane, "number", OverlayPhrases.Numbers, LatinFont(), 4.3, 7.8, width, height, rate, overlays);
                break;
            case 5:
                One(lane, "number", OverlayPhrases.Numbers, LatinFont(), 0.0, 3.5, width, height, rate, overlays);
                One(lane, "caption", OverlayPhrases.Captions, LatinFont(), 3.9, 8.0, width, height, rate, overlays);
                break;
            default:
                One(lane, "caption", OverlayPhrases.Captions, LatinFont(), 0.2, 3.8, width, height, rate, overlays);
                One(lane, "caption", OverlayPhrases.Captions, LatinFont(), 4.0, 7.8, width, height, rate, overlays);
                break;
        }
    }

    private string LatinFont() => _random.Pick(Fonts.Latin);

    // One overlay of 1.2 s or more somewhere between two times.
    private void One(
        int lane, string kind, string[] phrases, string font, double from, double to, int width, int height, int rate, List<TextOverlay> overlays)
    {
        var length = _random.Between(1.2, to - from);
        var start = (int)Math.Round(_random.Between(from, to - length) * rate);
        var end = start + (int)Math.Round(length * rate);
        var style = kind == "moving" ? _random.Pick([OverlayStyle.MovingSideways, OverlayStyle.MovingUp]) : Style();
        var (text, size) = Fit(phrases, width, kind == "chinese" ? 1.0 : 0.62);
        overlays.Add(Make(text, start, Math.Min(end, Seconds * rate), size, font, style, lane, width, height, rate, kind));
    }

    // Captions that replace each other at one place, as subtitles do.
    private void Sequence(int lane, int width, int height, int rate, List<TextOverlay> overlays)
    {
        var font = LatinFont();
        var style = Style();
        var size = _random.Pick(Sizes[..8]);
        var at = (int)Math.Round(_random.Between(0.2, 0.8) * rate);
        for (var i = 0; i < 4; i++)
        {
            var next = at + (int)Math.Round(_random.Between(1.2, 1.8) * rate);
            string text;
            do
            {
                text = _random.Pick(OverlayPhrases.Captions);
            }
            while (text.Length * size * 0.62 > width * 0.9 || (overlays.Count > 0 && overlays[^1].Text == text));
            overlays.Add(Make(text, at, Math.Min(next, Seconds * rate), size, font, style, lane, width, height, rate, "caption"));
            at = next;
        }
    }

    private void LowerThird(int width, int height, int rate, List<TextOverlay> overlays)
    {
        var start = (int)Math.Round(_random.Between(0.5, 2.5) * rate);
        var end = start + (int)Math.Round(_random.Between(2.5, 5) * rate);
        var size = _random.Pick([36, 40, 48, 56]);
        var left = (width / 16).ToString(CultureInfo.InvariantCulture);
        var top = (height * 3 / 4).ToString(CultureInfo.InvariantCulture);
        var below = ((height * 3 / 4) + (size * 8 / 5)).ToString(CultureInfo.InvariantCulture);
        overlays.Add(new TextOverlay(_random.Pick(OverlayPhrases.Names), start, end, size, Fonts.Latin[0], OverlayStyle.Box, "white", left, top, "lower third"));
        overlays.Add(new TextOverlay(_random.Pick(OverlayPhrases.Titles), start, end, size * 2 / 3, Fonts.Latin[2], OverlayStyle.Box, "white", left, below, "lower third"));
    }

    private OverlayStyle Style() =>
        _random.Pick([OverlayStyle.Outline, OverlayStyle.Outline, OverlayStyle.Box, OverlayStyle.LightBox, OverlayStyle.Coloured, OverlayStyle.Shadow]);

    private (string Text, int Size) Fit(string[] phrases, int width, double widthOfCharacter)
    {
        while (true)
        {
            var (text, size) = (_random.Pick(phrases), _random.Pick(Sizes));
            if (text.Length * size * widthOfCharacter <= width * 0.85)
            {
                return (text, size);
            }
        }
    }

    private TextOverlay Make(
        string text, int start, int end, int size, string font, OverlayStyle style, int lane, int width, int height, int rate, string kind)
    {
        var colour = style switch
        {
            OverlayStyle.Coloured => _random.Pick(Colours),
            OverlayStyle.LightBox => "black",
            _ => "white",
        };
        var culture = CultureInfo.InvariantCulture;
        var top = (height * lane / 3) + (int)(((height / 3) - size) * _random.Between(0.2, 0.7));
        var begin = ((double)start / rate).ToString("0.####", culture);
        var (x, y) = style switch
        {
            OverlayStyle.MovingSideways => (string.Create(culture, $"w*0.03+{_random.Next(20, 60) * width / 1280}*(t-{begin})"), top.ToString(culture)),
            OverlayStyle.MovingUp => ("(w-tw)/2", string.Create(culture, $"{top}+{height / 30}-{_random.Next(6, 20) * height / 720}*(t-{begin})")),
            _ => (_random.Pick(["(w-tw)/2", "(w-tw)/2", "w*0.06", "w*0.94-tw"]), top.ToString(culture)),
        };
        return new TextOverlay(text, start, end, size, font, style, colour, x, y, kind);
    }
}

// Method: one chain for the whole video, whatever the number of windows. The crop filter's position is a piecewise expression of time
// (see Piecewise), rounded by the filter to whole pixels, exactly (not to the chroma grid, which would step by two). Where windows differ
// in size, sendcmd tells crop and scale their new sizes just before the first frame of a window; "null" between them lets the scaler
// notice. A blurred copy is made at an eighth of the size. Retiming drops frames that would come faster than the source's rate, then
// writes new time stamps. Cost: crop copies nothing; one scaling; a blurred background another 10 to 15 % where one is asked for.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The filters of the picture.</summary>
internal static class VideoGraph
{
    /// <summary>Label of the result.</summary>
    public const string Output = "[v]";

    // Times that went through a CSV file have milliseconds; frames are at least 4 ms apart.
    private const double Tolerance = 0.0006;
    private const int BlurDivisor = 8;

    // Sigma in proportion to the width: outlines go, colours stay where they are.
    private const double BlurWidth = 14;

    /// <summary>The filters from the source's stream to <see cref="Output"/>.</summary>
    public static string Build(EncodePlan plan)
    {
        var layouts = plan.Windows.Select(window => WindowLayout.Of(window, plan.Width, plan.Height)).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[0:{plan.Source.VideoStreamIndex}]").Append(EncodeCommand.Cut(plan, ""));
        if (plan.Time is { } time)
        {
            text.Append(Thin(time, plan.Source.Info.FramesPerSecond ?? 0));
        }

        // The decoder turns the picture upright by itself; the pixels are made square here, and a part of another size, as files have that
        // were joined of others, is made as large as the rest. Pictures that are so already pass as they are.
        var info = plan.Source.Info;
        text.Append(CultureInfo.InvariantCulture, $"scale={info.Width}:{info.Height}:flags=bicubic,setsar=1,");
        text.Append(Windows(plan, layouts));
        if (plan.Time is { } map)
        {
            text.Append(',').Append(Retime(map));
        }

        return text.Append(",setsar=1").Append(Upload(plan)).Append(Output).ToString();
    }

    private static string Windows(EncodePlan plan, WindowLayout[] layouts)
    {
        var commands = Commands(layouts);
        var first = layouts[0];
        var scaling = commands.Length == 0 && Array.TrueForAll(layouts, layout => IsWhole(layout, plan))
            ? "," + Convert(plan)
            : Scale(first, plan, commands.Length > 0, Format(plan));
        var crop = Crop("c", layouts, layout => (layout.Window.Width, layout.Window.Height));
        var plain = commands + crop + scaling;
        if (Array.Exists(layouts, layout => layout.Window.Fit == CropFit.Blur))
        {
            var (width, height) = (Small(plan.Width), Small(plan.Height));
            var back = Crop("b", layouts, layout => (layout.BackWidth, layout.BackHeight));
            return string.Create(CultureInfo.InvariantCulture,
                $"{commands}split[front][back];[back]{back},null,scale={width}:{height}:flags=area{Range(plan)},{Below(plan, "yuv")},"
                + $"gblur=sigma={Piecewise.Number(width / BlurWidth)}:steps=2,scale={plan.Width}:{plan.Height}:flags=bilinear[blurred];"
                + $"[front]{crop}{Scale(first, plan, true, Below(plan, "yuva"))}[sharp];"
                + $"[blurred][sharp]overlay=x='(W-w)/2':y='(H-h)/2':format={Overlay(plan)},{Format(plan)}");
        }

        return Array.Exists(layouts, layout => layout.Window.Fit == CropFit.Pad)
            ? string.Create(CultureInfo.InvariantCulture,
                $"{plain},pad={plan.Width}:{plan.Height}:x='trunc((ow-iw)/4)*2':y='trunc((oh-ih)/4)*2':eval=frame")
            : plain;
    }

    private static bool IsWhole(WindowLayout layout, EncodePlan plan) => layout.PictureWidth == layout.Window.Width
        && layout.PictureHeight == layout.Window.Height && layout.PictureWidth == plan.Width && layout.PictureHeight == plan.Height;

    // Lanczos where pixels become fewer: it keeps more of the detail; bicubic rings less where they become more.
    private static string Scale(WindowLayout first, EncodePlan plan, bool changes, string format)
    {
        var flags = first.PictureWidth < first.Window.Width ? "lanczos" : "bicubic";
        return string.Create(CultureInfo.InvariantCulture,
            $"{(changes ? ",null" : "")},scale@s={first.PictureWidth}:{first.PictureHeight}:flags={flags}{Range(plan)},{format}");
    }

    private static string Crop(string name, WindowLayout[] layouts, Func<WindowLayout, (int Width, int Height)> size)
    {
        List<(double, string)> x = [];
        List<(double, string)> y = [];
        foreach (var layout in layouts)
        {
            var (inside, up) = (size(layout).Width, size(layout).Height);
            var path = layout.Window.Path;
            x.AddRange(Pieces(layout.Window.Start, path, key => key.X + ((layout.Window.Width - inside) / 2)));
            y.AddRange(Pieces(layout.Window.Start, path, key => key.Y + ((layout.Window.Height - up) / 2)));
        }

        var (width, height) = size(layouts[0]);
        return string.Create(CultureInfo.InvariantCulture,
            $"crop@{name}={width}:{height}:x='{Piecewise.Expression("t", x)}':y='{Piecewise.Expression("t", y)}':exact=1");
    }

    // A window stands still before its first key and after its last.
    private static IEnumerable<(double From, string Text)> Pieces(double start, IReadOnlyList<CropKey> path, Func<CropKey, double> value)
    {
        if (path.All(key => value(key) == value(path[0])))
        {
            yield return (start - Tolerance, Piecewise.Number(value(path[0])));
            yield break;
        }

        yield return (start - Tolerance, Piecewise.Number(value(path[0])));
        for (var i = 1; i < path.Count; i++)
        {
            var (before, after) = (path[i - 1], path[i]);
            var seconds = after.Seconds - before.Seconds;
            var slope = seconds > 0 ? (value(after) - value(before)) / seconds : 0;
            yield return (Math.Max(before.Seconds, start - Tolerance), slope == 0
                ? Piecewise.Number(value(before))
                : $"{Piecewise.Number(value(before))}+(t-{Piecewise.Number(before.Seconds)})*({Piecewise.Number(slope)})");
        }

        yield return (path[^1].Seconds, Piecewise.Number(value(path[^1])));
    }

    // New sizes where windows differ in theirs; empty where all are alike.
    private static string Commands(WindowLayout[] layouts)
    {
        var text = new StringBuilder();
        var blurs = Array.Exists(layouts, layout => layout.Window.Fit == CropFit.Blur);
        for (var i = 1; i < layouts.Length; i++)
        {
            var (last, next) = (layouts[i - 1], layouts[i]);
            List<string> commands = [];
            Size("crop@c", (last.Window.Width, last.Window.Height), (next.Window.Width, next.Window.Height));
            Size("scale@s", (last.PictureWidth, last.PictureHeight), (next.PictureWidth, next.PictureHeight));
            if (blurs)
            {
                Size("crop@b", (last.BackWidth, last.BackHeight), (next.BackWidth, next.BackHeight));
            }

            if (commands.Count > 0)
            {
                text.Append(text.Length > 0 ? ";" : "").Append(Piecewise.Number(next.Window.Start - Tolerance)).Append(' ')
                    .AppendJoin(',', commands);
            }

            void Size(string filter, (int Width, int Height) from, (int Width, int Height) to)
            {
                if (from != to)
                {
                    commands.Add(FormattableString.Invariant($"{filter} w {to.Width}"));
                    commands.Add(FormattableString.Invariant($"{filter} h {to.Height}"));
                }
            }
        }

        return text.Length > 0 ? $"sendcmd=c='{text}'," : "";
    }

    private static string Thin(TimeMap map, double framesPerSecond)
    {
        var rate = Piecewise.Number(framesPerSecond > 0 ? framesPerSecond : 30);
        var pieces = map.Parts.Select(part => (part.Start - Tolerance, part.Speed <= 1
            ? "1"
            : $"isnan(prev_selected_t)+gt(floor(({At(part, "t")}+1e-6)*{rate}),floor(({At(part, "prev_selected_t")}+1e-6)*{rate}))"));
        return $"select='{Piecewise.Expression("t", [.. pieces])}',";
    }

    private static string Retime(TimeMap map) =>
        $"settb=1/90000,setpts='({Piecewise.Expression("T", [.. map.Parts.Select(part => (part.Start - Tolerance, At(part, "T")))])})/TB'";

    private static string At(TimeMapPart part, string variable) =>
        $"({Piecewise.Number(part.Output)}+({variable}-{Piecewise.Number(part.Start)})/{Piecewise.Number(part.Speed)})";

    private static string Convert(EncodePlan plan) =>
        Range(plan).Length > 0 ? "scale=" + Range(plan)[1..] + "," + Format(plan) : Format(plan);

    // RGB gets the matrix that players assume of what is not tagged; full range stays where the samples can say so.
    private static string Range(EncodePlan plan) =>
        OutputColor.IsRgb(plan.Source) ? ":out_color_matrix=bt709:out_range=tv" : OutputColor.NarrowsRange(plan) ? ":out_range=tv" : "";

    private static string Format(EncodePlan plan) => "format=" + plan.PixelFormat;

    // What overlay takes. Any other format in front would be turned into it by a scaler of fixed size, which undoes the new sizes.
    private static string Below(EncodePlan plan, string family) =>
        $"format={family}420p" + (PixelFormats.BitDepth(plan.PixelFormat, null) > 8 ? "10le" : "");

    private static string Overlay(EncodePlan plan) => PixelFormats.BitDepth(plan.PixelFormat, null) > 8 ? "yuv420p10" : "yuv420";

    private static string Upload(EncodePlan plan) => plan.Encoder.NeedsUpload ? ",hwupload" : "";

    private static int Small(int length) => Math.Max(16, length / BlurDivisor / 2 * 2);
}

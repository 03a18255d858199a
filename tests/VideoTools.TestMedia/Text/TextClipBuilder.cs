using System.Globalization;
using System.Text;

namespace VideoTools.TestMedia.Text;

/// <summary>Draws overlays over a piece of a real film with ffmpeg's drawtext; frame numbers make the truth exact.</summary>
public static class TextClipBuilder
{
    /// <summary>The clip of a recipe, made when it is not in the cache.</summary>
    public static TextClip Build(TextClipSpec spec)
    {
        var key = string.Join('\n', spec.Overlays.Select(o => o.ToString()).Prepend((spec with { Overlays = [] }).ToString()));
        return new TextClip(spec, MediaCache.GetOrCreate(spec.Name, spec.Name + ".mp4", key, target => Render(spec, target)));
    }

    private static void Render(TextClipSpec spec, string target)
    {
        var folder = Directory.CreateTempSubdirectory("videotools-text-");
        try
        {
            var chain = new StringBuilder();
            chain.Append(CultureInfo.InvariantCulture, $"fps={spec.Rate},scale={spec.Width}:{spec.Height}:force_original_aspect_ratio=increase:flags=bicubic,crop={spec.Width}:{spec.Height},setsar=1");
            for (var i = 0; i < spec.Overlays.Count; i++)
            {
                // A file, because drawtext's own escapes of : % ' and \ are three layers deep.
                var file = Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture) + ".txt");
                File.WriteAllText(file, spec.Overlays[i].Text, new UTF8Encoding(false));
                chain.Append(',').Append(Draw(spec.Overlays[i], file));
            }

            Ffmpeg.Run([
                "-ss", spec.FilmStart.ToString(CultureInfo.InvariantCulture), "-i", spec.Film, "-an", "-filter_threads", "1",
                "-vf", chain.ToString(), "-frames:v", spec.Frames.ToString(CultureInfo.InvariantCulture),
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-pix_fmt", "yuv420p", "-threads", "2", target]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Draw(TextOverlay o, string file)
    {
        var border = Math.Max(2, o.Size / 14);
        var style = o.Style switch
        {
            OverlayStyle.Box => $"box=1:boxcolor=black@0.65:boxborderw={Math.Max(6, o.Size / 4)}",
            OverlayStyle.LightBox => $"box=1:boxcolor=white@0.85:boxborderw={Math.Max(6, o.Size / 4)}",
            OverlayStyle.Shadow => $"shadowcolor=black@0.8:shadowx={Math.Max(2, o.Size / 20)}:shadowy={Math.Max(2, o.Size / 20)}",
            _ => $"borderw={border}:bordercolor=black",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"drawtext=fontfile={Quote(o.Font)}:textfile={Quote(file)}:expansion=none:fontsize={o.Size}:fontcolor={o.Colour}:{style}:x='{o.X}':y='{o.Y}':enable='between(n,{o.StartFrame},{o.EndFrame - 1})'");
    }

    private static string Quote(string path) => "'" + path.Replace('\\', '/').Replace(":", "\\:", StringComparison.Ordinal) + "'";
}

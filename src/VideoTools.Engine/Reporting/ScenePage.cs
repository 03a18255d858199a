// Method: one page without any script: a style, and pictures inside of it, each allowed by the policy; nothing is loaded or sent. Names
// are encoded for HTML. Cost: some 15 kB a scene.
using System.Net;

namespace VideoTools.Engine.Reporting;

/// <summary>Makes a page with a picture of every scene of a video.</summary>
internal static class ScenePage
{
    /// <summary>The page as UTF-8.</summary>
    /// <param name="info">The video.</param>
    /// <param name="scenes">Its scenes and their pictures; null where one could not be read.</param>
    public static byte[] Create(VideoInfo info, IReadOnlyList<(VideoScene Scene, VideoStill? Picture)> scenes)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(scenes);
        var style = PageResources.Read("theme.css") + PageResources.Read("scenes.css");
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = $"default-src 'none'; style-src {ReportPage.Hash(style)}; img-src data:; base-uri 'none'; form-action 'none'",
            ["title"] = WebUtility.HtmlEncode(Path.GetFileName(info.FullName)),
            ["style"] = style,
            ["facts"] = WebUtility.HtmlEncode(string.Create(
                CultureInfo.InvariantCulture,
                $"{scenes.Count} {(scenes.Count == 1 ? "scene" : "scenes")}, {info.Width} x {info.Height}, "
                + $"{info.FramesPerSecond ?? 0:0.###} frames a second")),
            ["scenes"] = string.Concat(scenes.Select(item => Card(item.Scene, item.Picture))),
        };
        return Encoding.UTF8.GetBytes(ReportPage.Fill(PageResources.Read("scenes.html"), parts));
    }

    private static string Card(VideoScene scene, VideoStill? picture)
    {
        var image = picture is null ? "<p class=\"none\">No picture</p>" : string.Create(
            CultureInfo.InvariantCulture,
            $"<img src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture.Jpeg.Span)}\" width=\"{picture.Width}\" "
            + $"height=\"{picture.Height}\" alt=\"Middle of scene {scene.Index}\">");
        var way = scene.Transition == TransitionKind.None ? "start" : scene.Transition.ToString().ToLowerInvariant();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<li id=\"s{scene.Index}\">{image}<h2>{scene.Index}</h2><p><time>{TimeText.Format(scene.Start)}</time> to "
            + $"<time>{TimeText.Format(scene.End)}</time></p><p class=\"more\">{scene.DurationSeconds:0.00} s, {way}, "
            + $"confidence {scene.Confidence:0.00}</p></li>\n");
    }
}

// Method: one page from embedded parts: style, the chart libraries, the data, our script. A Content-Security-Policy allows exactly these
// parts by their SHA-256 and pictures inside of the page; nothing else is ever loaded, sent or run, whatever a video's texts hold. The
// data is a JSON block that no browser runs, with <, > and & escaped (System.Text.Json's encoder), so that it can't end early.
using System.Net;
using System.Security.Cryptography;

namespace VideoTools.Engine.Reporting;

/// <summary>Puts a report's page together.</summary>
internal static class ReportPage
{
    // The one style element that Observable Plot puts into each chart, for the class name that charts.js gives; allowed by its hash.
    internal const string PlotStyle =
        ":where(.chart) {\n  --plot-background: white;\n  display: block;\n  height: auto;\n  height: intrinsic;\n  max-width: 100%;\n}\n"
        + ":where(.chart text),\n:where(.chart tspan) {\n  white-space: pre;\n}";

    private static readonly string[] Styles = ["theme.css", "layout.css", "parts.css", "print.css"];

    // In the order in which they are needed; main.js starts.
    private static readonly string[] Scripts =
    [
        "dom.js", "format.js", "data.js", "theme.js", "chart.js", "distributions.js", "rhythm.js", "zones.js", "speech.js", "timeline.js",
        "crop.js", "crop-path.js", "people.js", "video.js", "cards.js", "clusters.js", "overview.js", "table.js", "main.js",
    ];

    private static readonly string[] Libraries = ["d3.min.js", "plot.umd.min.js"];
    private static readonly string[] Licences = ["d3.LICENSE", "plot.LICENSE"];

    /// <summary>The page as UTF-8.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="json">What the script reads; safe inside of a script element.</param>
    public static byte[] Create(string title, string json)
    {
        var style = string.Concat(Styles.Select(PageResources.Read));
        var library = string.Join('\n', Libraries.Select(PageResources.Read));
        var script = "(() => {\n\"use strict\";\n" + string.Concat(Scripts.Select(PageResources.Read)) + "})();\n";
        var policy = $"default-src 'none'; script-src {Hash(library)} {Hash(script)}; style-src {Hash(style)} {Hash(PlotStyle)}; "
            + "img-src data:; base-uri 'none'; form-action 'none'";
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = policy,
            ["title"] = WebUtility.HtmlEncode(title),
            ["style"] = style,
            ["licences"] = WebUtility.HtmlEncode(string.Join('\n', Licences.Select(PageResources.Read))),
            ["data"] = json,
            ["library"] = library,
            ["script"] = script,
        };
        return Encoding.UTF8.GetBytes(Fill(PageResources.Read("page.html"), parts));
    }

    /// <summary>The hash of an element's content as a policy names it.</summary>
    internal static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    // One pass from the left: what a part holds is never read as a place for another part.
    internal static string Fill(string page, Dictionary<string, string> parts)
    {
        var text = new StringBuilder();
        var from = 0;
        for (int open; (open = page.IndexOf("{{", from, StringComparison.Ordinal)) >= 0;)
        {
            var close = page.IndexOf("}}", open, StringComparison.Ordinal);
            text.Append(page, from, open - from).Append(parts[page[(open + 2)..close]]);
            from = close + 2;
        }

        return text.Append(page, from, page.Length - from).ToString();
    }
}

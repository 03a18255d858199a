namespace VideoTools.TestMedia.Text;

/// <summary>One overlay and its exact truth.</summary>
/// <param name="Text">What it says.</param>
/// <param name="StartFrame">First frame that shows it.</param>
/// <param name="EndFrame">First frame that no longer shows it.</param>
/// <param name="Size">Font size in pixels.</param>
/// <param name="Font">Font file.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Colour">Colour of the text, as ffmpeg names it.</param>
/// <param name="X">Left edge as an expression of drawtext (w, tw, t).</param>
/// <param name="Y">Top edge as an expression of drawtext (h, th, t).</param>
/// <param name="Kind">What it stands for in the report: caption, lower third, url, number, chinese, moving, ...</param>
public sealed record TextOverlay(
    string Text, int StartFrame, int EndFrame, int Size, string Font, OverlayStyle Style, string Colour, string X, string Y, string Kind);

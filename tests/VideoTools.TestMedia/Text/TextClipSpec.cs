namespace VideoTools.TestMedia.Text;

/// <summary>The recipe of a clip: a piece of a real film, scaled, with overlays.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Film">The film.</param>
/// <param name="FilmStart">Second of the film to start at.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rate">Whole frames a second.</param>
/// <param name="Frames">Length.</param>
/// <param name="Overlays">What is drawn over it.</param>
public sealed record TextClipSpec(
    string Name, string Film, double FilmStart, int Width, int Height, int Rate, int Frames, IReadOnlyList<TextOverlay> Overlays);

using VideoTools.TestMedia.Faces;

namespace VideoTools.TestMedia.Drivers;

/// <summary>A hand of the photographs, marked by hand.</summary>
/// <param name="Picture">Number of the photograph among <see cref="FacePictures.All"/>.</param>
/// <param name="CenterX">Middle of the hand.</param>
/// <param name="CenterY">Middle of the hand.</param>
/// <param name="Radius">What belongs to it lies within.</param>
/// <param name="Degrees">Turn clockwise that makes its fingers point up.</param>
public sealed record HandPicture(int Picture, double CenterX, double CenterY, double Radius, double Degrees)
{
    /// <summary>Three hands: one lies flat, one on a knee, one holds a phone.</summary>
    public static IReadOnlyList<HandPicture> All { get; } =
    [
        new(1, 590, 762, 72, 164),
        new(4, 862, 800, 72, 125),
        new(3, 550, 535, 66, 123),
    ];

    /// <summary>Draws it, with fingers up and soft edges.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="x">Middle.</param>
    /// <param name="y">Middle.</param>
    /// <param name="radius">How large.</param>
    public void Draw(RgbImage canvas, double x, double y, double radius)
    {
        var box = new FaceTruth(CenterX - Radius, CenterY - (Radius / 2), 2 * Radius, Radius);
        FaceComposer.Draw(canvas, FacePictures.All[Picture].Image, box, x, y, radius, Degrees);
    }
}

using VideoTools.TestMedia.Faces;

namespace VideoTools.TestMedia.Drivers;

/// <summary>A portrait before a seat: the picture that films of drivers are made of.</summary>
/// <param name="Picture">With the portrait.</param>
/// <param name="Empty">Without it.</param>
/// <param name="Face">Where the face is.</param>
public sealed record DriverScene(RgbImage Picture, RgbImage Empty, FaceTruth Face)
{
    private const double FaceShare = 0.36;

    /// <summary>The portraits that can act: both eyes plainly open.</summary>
    public static IReadOnlyList<(FacePicture Picture, FaceTruth Face)> Portraits { get; } =
        FacePictures.Folder is null ? [] : [.. FacePictures.Portraits.Where(p => p.Face.HasOpenEyes)];

    /// <summary>A scene with one of the portraits.</summary>
    /// <param name="portrait">Which: 0 to Portraits.Count - 1.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static DriverScene Of(int portrait, int width, int height)
    {
        var (picture, face) = Portraits[portrait];
        var empty = RgbImage.Generate(
            FormattableString.Invariant($"gradients=s={width}x{height}:seed={portrait + 3}:c0=0x50555a:c1=0x282c30:n=2"), width, height);
        var canvas = empty.Clone();
        var truth = FaceComposer.Draw(canvas, picture.Image, face, width / 2.0, height * 0.5, FaceShare * height, 0);
        return new DriverScene(canvas, empty, truth);
    }
}

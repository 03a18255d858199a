using VideoTools.Engine.Features.Pictures;

namespace VideoTools.Engine.Templates;

/// <summary>What a report shows of a video beside its template.</summary>
internal static class ReportParts
{
    /// <summary>As wide as a card of the gallery.</summary>
    public const int SmallPicture = 320;

    /// <summary>As the page of a single video shows it.</summary>
    public const int LargePicture = 860;

    /// <summary>Squares of half the picture's height: small enough that a map of them shows where something is.</summary>
    public static CropOptions Map { get; } = new() { Aspect = new AspectRatio(1, 1), Grid = 9, Scale = 0.5 };

    /// <summary>The frames of the sheet.</summary>
    public static FrameOptions Frames { get; } = new();

    /// <summary>The crops that a telephone shows.</summary>
    public static CropOptions Portrait { get; } = new() { Aspect = new AspectRatio(9, 16), Grid = 9, Scale = 1 };

    /// <summary>What a report on one video asks for.</summary>
    public static IReadOnlyList<FeatureOptions> OfOne(bool withFrames, bool withFaces) =>
    [
        new TemplateOptions { IncludeFaces = withFaces }, new SceneOptions(), Map, Portrait,
        .. withFrames ? [Frames] : (FeatureOptions[])[], .. withFaces ? [new FaceOptions()] : (FeatureOptions[])[],
    ];

    /// <summary>What a report on several videos asks for.</summary>
    public static IReadOnlyList<FeatureOptions> OfMany(bool withFaces) => [new TemplateOptions { IncludeFaces = withFaces }];

    /// <summary>What listens for reports of either kind, beside the parts of the template.</summary>
    public static IReadOnlyList<FeatureOptions> Companions { get; } =
        [Map, Portrait, new PosterOptions(SmallPicture), new PosterOptions(LargePicture)];

    /// <summary>The picture of a video.</summary>
    public static FeatureOptions Picture(int longSide) => new PictureOptions(longSide);
}

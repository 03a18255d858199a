// Crop size from picture size, aspect and scale.
// Method: the largest rectangle of the asked shape that fits (whole-number division), scaled, truncated, made even, since
// encoders of 4:2:0 video need even sizes. Units: displayed pixels. Cost: constant.
using System.Globalization;

namespace VideoTools.Engine.Features.Crop;

/// <summary>Size of a crop and how far it can move. All lengths in displayed pixels.</summary>
/// <param name="CropWidth">Width of the crop, even.</param>
/// <param name="CropHeight">Height of the crop, even.</param>
/// <param name="MaximumCropWidth">Width of the largest crop of this shape.</param>
/// <param name="MaximumCropHeight">Height of the largest crop of this shape.</param>
/// <param name="MaximumX">Largest left edge; 0 when the crop cannot move sideways.</param>
/// <param name="MaximumY">Largest top edge; 0 when the crop cannot move up and down.</param>
internal sealed record CropGeometry(
    int CropWidth, int CropHeight, int MaximumCropWidth, int MaximumCropHeight, int MaximumX, int MaximumY)
{
    /// <summary>Computes the crop of a picture.</summary>
    /// <param name="width">Width of the picture, above 0.</param>
    /// <param name="height">Height of the picture, above 0.</param>
    /// <param name="aspect">Shape of the crop.</param>
    /// <param name="scale">Size in proportion to the largest that fits, above 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="ArgumentException">The crop would be narrower or lower than 2 pixels.</exception>
    public static CropGeometry Compute(int width, int height, AspectRatio aspect, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ValidateOptions(aspect, scale);

        long maximumWidth;
        long maximumHeight;
        if (width < height)
        {
            maximumWidth = width;
            maximumHeight = (long)width * aspect.Height / aspect.Width;
            if (maximumHeight > height)
            {
                maximumHeight = height;
                maximumWidth = (long)height * aspect.Width / aspect.Height;
            }
        }
        else
        {
            maximumHeight = height;
            maximumWidth = (long)height * aspect.Width / aspect.Height;
            if (maximumWidth > width)
            {
                maximumWidth = width;
                maximumHeight = (long)width * aspect.Height / aspect.Width;
            }
        }

        var cropWidth = ScaleToEven(maximumWidth, scale);
        var cropHeight = ScaleToEven(maximumHeight, scale);
        if (cropWidth < 2 || cropHeight < 2)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A crop of {aspect} at scale {scale} of a {width}x{height} picture would be {cropWidth}x{cropHeight}; "
                + $"both sides need at least 2 pixels."));
        }

        return new CropGeometry(
            cropWidth, cropHeight, (int)maximumWidth, (int)maximumHeight,
            Math.Max(0, width - cropWidth), Math.Max(0, height - cropHeight));
    }

    /// <summary>Computes the crop of a picture of a file.</summary>
    /// <exception cref="VideoToolsException">InvalidCrop: the crop would have no pixels.</exception>
    public static CropGeometry ComputeFor(string fullName, int width, int height, AspectRatio aspect, double scale)
    {
        try
        {
            return Compute(width, height, aspect, scale);
        }
        catch (ArgumentException exception)
        {
            throw new VideoToolsException(
                VideoErrorId.InvalidCrop,
                fullName,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No crop of {aspect} at scale {scale} fits '{fullName}' ({width}x{height}): it would have no pixels."),
                "Choose an aspect nearer to the video's, or a larger scale.",
                exception);
        }
    }

    /// <summary>Throws when a shape or scale can never give a crop, whatever the picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The aspect has a part below 1, or the scale is not above 0 to 1.</exception>
    public static void ValidateOptions(AspectRatio aspect, double scale)
    {
        // default(AspectRatio) bypasses its constructor.
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aspect.Width, nameof(aspect));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(aspect.Height, nameof(aspect));
        if (!(scale > 0 && scale <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above 0 and at most 1.");
        }
    }

    private static int ScaleToEven(long length, double scale)
    {
        // Decimal, because 100 * 0.58 is 57.99... in binary and would lose a pixel pair.
        var scaled = (int)decimal.Truncate(length * (decimal)scale);
        return scaled - (scaled % 2);
    }
}

using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropGeometryTests
{
    [Theory]
    [InlineData(1920, 1080, 16, 9, 1.0, 1920, 1080, 0, 0)]
    [InlineData(1000, 1000, 1, 1, 0.75, 750, 750, 250, 250)]
    [InlineData(480, 270, 1, 1, 0.75, 202, 202, 278, 68)]
    [InlineData(1920, 1080, 9, 16, 0.75, 454, 810, 1466, 270)]
    [InlineData(1920, 1080, 1, 1, 1.0, 1080, 1080, 840, 0)]
    [InlineData(1080, 1920, 16, 9, 1.0, 1080, 606, 0, 1314)]
    [InlineData(1080, 1920, 1, 3, 1.0, 640, 1920, 440, 0)]
    [InlineData(1001, 999, 1, 1, 1.0, 998, 998, 3, 1)]
    [InlineData(200, 100, 1, 1, 0.58, 58, 58, 142, 42)]
    public void Compute_WorkedExamples_GivesSizeAndRoom(
        int width, int height, int aspectWidth, int aspectHeight, double scale, int cropWidth, int cropHeight, int maximumX, int maximumY)
    {
        var geometry = CropGeometry.Compute(width, height, new AspectRatio(aspectWidth, aspectHeight), scale);

        Assert.Equal((cropWidth, cropHeight), (geometry.CropWidth, geometry.CropHeight));
        Assert.Equal((maximumX, maximumY), (geometry.MaximumX, geometry.MaximumY));
    }

    [Fact]
    public void Compute_ScaledCrop_StillTellsTheLargestSize()
    {
        var geometry = CropGeometry.Compute(1920, 1080, new AspectRatio(9, 16), 0.75);

        Assert.Equal((607, 1080), (geometry.MaximumCropWidth, geometry.MaximumCropHeight));
    }

    [Theory]
    [InlineData(0, 100, 1.0)]
    [InlineData(100, -1, 1.0)]
    [InlineData(100, 100, 0)]
    [InlineData(100, 100, 1.0001)]
    [InlineData(100, 100, -0.5)]
    [InlineData(100, 100, double.NaN)]
    public void Compute_ArgumentOutOfRange_Throws(int width, int height, double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CropGeometry.Compute(width, height, new AspectRatio(1, 1), scale));

    [Fact]
    public void Compute_DefaultAspect_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CropGeometry.Compute(100, 100, default, 1));

    [Theory]
    [InlineData(100, 100, 1000, 1, 1.0)]
    [InlineData(100, 100, 1, 1, 0.01)]
    [InlineData(1, 1, 1, 1, 1.0)]
    [InlineData(100, 100, 1, 1, 1e-300)]
    public void Compute_NoPixelsLeft_SaysWhatItWouldBe(int width, int height, int aspectWidth, int aspectHeight, double scale)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => CropGeometry.Compute(width, height, new AspectRatio(aspectWidth, aspectHeight), scale));

        Assert.Contains($"{aspectWidth}:{aspectHeight}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_AnyPicture_FitsIsEvenAndKeepsTheShape()
    {
        var random = new Random(4);
        for (var i = 0; i < 20_000; i++)
        {
            var (width, height) = (random.Next(2, 8192), random.Next(2, 8192));
            var aspect = new AspectRatio(random.Next(1, 40), random.Next(1, 40));
            var scale = 1 - random.NextDouble();
            CropGeometry crop;
            try
            {
                crop = CropGeometry.Compute(width, height, aspect, scale);
            }
            catch (ArgumentException exception) when (exception is not ArgumentOutOfRangeException)
            {
                var largest = Math.Min((double)width / aspect.Width, (double)height / aspect.Height) * scale;
                Assert.True(largest * Math.Min(aspect.Width, aspect.Height) < 4, $"{width}x{height} {aspect} {scale} has room for a crop.");
                continue;
            }

            Assert.Equal(0, crop.CropWidth % 2);
            Assert.Equal(0, crop.CropHeight % 2);
            Assert.Equal(width, crop.CropWidth + crop.MaximumX);
            Assert.Equal(height, crop.CropHeight + crop.MaximumY);
            Assert.InRange(crop.CropWidth, 2, crop.MaximumCropWidth);
            Assert.InRange(crop.CropHeight, 2, crop.MaximumCropHeight);

            // The largest crop touches both sides of an axis and is less than a pixel off the shape on the other.
            Assert.True(crop.MaximumCropWidth == width || crop.MaximumCropHeight == height);
            var missingX = ((double)crop.MaximumCropHeight * aspect.Width / aspect.Height) - crop.MaximumCropWidth;
            var missingY = ((double)crop.MaximumCropWidth * aspect.Height / aspect.Width) - crop.MaximumCropHeight;
            Assert.True(missingX is > -1e-6 and < 1 || missingY is > -1e-6 and < 1);
        }
    }
}

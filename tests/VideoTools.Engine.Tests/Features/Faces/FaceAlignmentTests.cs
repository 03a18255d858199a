using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceAlignmentTests
{
    // Where the model was trained to have eyes, nose and the corners of the mouth.
    private static readonly (double X, double Y)[] Reference =
        [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)];

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(3, 25, 400, 120)]
    [InlineData(0.4, -60, 90, 30)]
    public void Of_AFaceAnywhere_TakesItsPointsToTheirPlaces(double size, double degrees, double shiftX, double shiftY)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var mesh = new FacePoint[FaceMeshPoints.Count];
        foreach (var (indexes, place) in new int[][]
        {
            [FaceMeshPoints.RightEyeOuter, FaceMeshPoints.RightEyeInner], [FaceMeshPoints.LeftEyeOuter, FaceMeshPoints.LeftEyeInner],
            [FaceMeshPoints.NoseTip], [FaceMeshPoints.MouthRight], [FaceMeshPoints.MouthLeft],
        }.Zip(Reference))
        {
            foreach (var index in indexes)
            {
                mesh[index] = new FacePoint(
                    (size * ((place.X * cos) - (place.Y * sin))) + shiftX, (size * ((place.X * sin) + (place.Y * cos))) + shiftY, 0);
            }
        }

        var alignment = FaceAlignment.Of(mesh);

        foreach (var (x, y) in Reference)
        {
            var (pictureX, pictureY) = alignment.Apply(x, y);
            Assert.Equal((size * ((x * cos) - (y * sin))) + shiftX, pictureX, 6);
            Assert.Equal((size * ((x * sin) + (y * cos))) + shiftY, pictureY, 6);
        }
    }

    [Fact]
    public void Of_TheDetectorsPoints_IsNearThatOfTheMesh()
    {
        var face = MadeFaces.At(200, 100, 80);

        var alignment = FaceAlignment.Of(face);

        // Eyes of the made face are 0.4 of its size apart, those of the reference 35.2 pixels.
        Assert.Equal(0.4 * 80 / 35.2, alignment.Size, 0.1);
        Assert.Equal(200, alignment.Apply(56, 70).X, 1.0);
    }

    [Fact]
    public void Unit_OfAnyNumbers_HasLengthOne()
    {
        Assert.Equal([0.6f, 0.8f], FaceIdentity.Unit([3, 4]));
        Assert.Equal([0f, 0f], FaceIdentity.Unit([0, 0]));
    }
}

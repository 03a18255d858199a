using VideoTools.Engine.Features.Faces;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Faces;

/// <summary>Open eyes of photographs, and the same eyes closed by warping: which are told apart.</summary>
internal static class EyeScore
{
    /// <summary>Prints how many closed and open eyes are told as such, at sizes of the face.</summary>
    public static void Print(FaceOptions options, bool explain)
    {
        foreach (var height in new double[] { 50, 70, 100, 200, 300 })
        {
            int closed = 0, closedFound = 0, open = 0, openFound = 0, half = 0;
            double halfSum = 0;
            foreach (var (picture, face) in FacePictures.Portraits.Where(p => p.Face.HasOpenEyes))
            {
                // A portrait that fills a picture, as large as asked for.
                var canvas = new RgbImage(640, 480, new byte[640 * 480 * 3]);
                Array.Fill(canvas.Pixels, (byte)110);
                var truth = FaceComposer.Draw(canvas, picture.Image, face, 320, 240, height, 0);
                if (FaceBench.Of(truth, FaceBench.Find(canvas, options with { MinimumSize = 0.08 })) is not { } before)
                {
                    continue;
                }

                foreach (var (share, isClosed) in new[] { (0.0, false), (0.5, false), (1.0, true) })
                {
                    var image = canvas.Clone();
                    Close(image, before, share);
                    var after = FaceBench.Of(truth, FaceBench.Find(image, options with { MinimumSize = 0.08 }));
                    foreach (var eye in new[] { after?.LeftEyeOpen, after?.RightEyeOpen })
                    {
                        if (eye is not { } value)
                        {
                            continue;
                        }

                        if (isClosed)
                        {
                            closed++;
                            closedFound += value < FaceScores.ClosedEyes ? 1 : 0;
                        }
                        else if (share > 0)
                        {
                            half++;
                            halfSum += value;
                        }
                        else
                        {
                            open++;
                            openFound += value >= FaceScores.ClosedEyes ? 1 : 0;
                        }
                    }

                    if (explain)
                    {
                        Console.WriteLine(FormattableString.Invariant(
                            $"  {picture.Name} {face.X:0},{face.Y:0} at {height:0}: closed {share:0.0} left {after?.LeftEyeOpen:0.00} right {after?.RightEyeOpen:0.00} yaw {after?.Pose?.Yaw:0} pitch {after?.Pose?.Pitch:0}"));
                    }
                }
            }

            Console.WriteLine(FormattableString.Invariant(
                $"faces of {height:0} pixels: {closedFound} of {closed} closed eyes and {openFound} of {open} open ones told as such; half closed {halfSum / Math.Max(1, half):0.00} on average"));
        }
    }

    /// <summary>Closes both eyes along the lids of the mesh.</summary>
    public static void Close(RgbImage image, FaceFinding face, double share)
    {
        if (share <= 0)
        {
            return;
        }

        EyeCloser.Close(
            image,
            Line(face, FaceMeshPoints.RightEyeOuter, FaceMeshPoints.RightUpperLid, FaceMeshPoints.RightEyeInner),
            Line(face, FaceMeshPoints.RightEyeOuter, FaceMeshPoints.RightLowerLid, FaceMeshPoints.RightEyeInner), share);
        EyeCloser.Close(
            image,
            Line(face, FaceMeshPoints.LeftEyeInner, FaceMeshPoints.LeftUpperLid, FaceMeshPoints.LeftEyeOuter, reversed: true),
            Line(face, FaceMeshPoints.LeftEyeInner, FaceMeshPoints.LeftLowerLid, FaceMeshPoints.LeftEyeOuter, reversed: true), share);
    }

    private static List<(double X, double Y)> Line(FaceFinding face, int first, ReadOnlySpan<int> between, int last, bool reversed = false)
    {
        int[] middle = between.ToArray();
        if (reversed)
        {
            Array.Reverse(middle);
        }

        return [.. new[] { first }.Concat(middle).Append(last).Select(i => (face.Mesh[i].X, face.Mesh[i].Y))];
    }
}

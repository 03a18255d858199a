namespace VideoTools.Engine.Features.Faces;

/// <summary>Turns findings of one video into records.</summary>
/// <param name="info">The video.</param>
/// <param name="width">Width of the pictures that are looked at.</param>
/// <param name="height">Their height.</param>
/// <param name="device">What the models run on.</param>
internal sealed class FaceScale(VideoInfo info, int width, int height, InferenceDevice device)
{
    private readonly double _factorX = (double)info.Width / width;
    private readonly double _factorY = (double)info.Height / height;

    /// <summary>The record of a face, without numbers of scene and track.</summary>
    /// <param name="finding">The face.</param>
    /// <param name="still">Where and when.</param>
    /// <param name="status">How whole the file is, as known then.</param>
    public VideoFace ToRecord(FaceFinding finding, FaceMoment still, RecordStatus status)
    {
        var face = finding.Detection;
        var (left, right) = (Column(face.Left), Column(face.Right));
        var (top, bottom) = (Row(face.Top), Row(face.Bottom));
        var frontality = finding.Pose?.Frontality ?? HeadPose.FrontalityOf(face);
        var size = FaceScores.Size(face.Area / ((double)width * height));
        var position = FaceScores.Position((face.Left + face.Right) / 2 / width, (face.Top + face.Bottom) / 2 / height);
        var quality = FaceScores.Quality(face.Score, frontality, position);
        var eyes = finding is { LeftEyeOpen: { } l, RightEyeOpen: { } r } ? (l + r) / 2 : finding.LeftEyeOpen ?? finding.RightEyeOpen;
        var composite = FaceScores.Composite(
            finding.Detail.Sharpness, size, quality, eyes, finding.MouthOpen, finding.Expression, finding.ExpressionScore);
        return new VideoFace
        {
            FullName = info.FullName,
            Time = MediaTime.ToTimeSpan(still.Pts, still.TimeBase),
            Seconds = MediaTime.ToSeconds(still.Pts, still.TimeBase),
            Frame = still.Index,
            TrackId = 0,
            X = left,
            Y = top,
            Width = right - left,
            Height = bottom - top,
            PictureWidth = info.Width,
            PictureHeight = info.Height,
            Landmarks = new ValueList<double>(face.Points.SelectMany(p =>
                new[] { Math.Round(p.X * _factorX, 1), Math.Round(p.Y * _factorY, 1) })),
            DetectionScore = Math.Round(face.Score, 4),
            MeshScore = Rounded(finding.MeshScore),
            Sharpness = Math.Round(finding.Detail.Sharpness, 1),
            Contrast = Math.Round(finding.Detail.Deviation, 2),
            Brightness = Math.Round(finding.Detail.Mean, 2),
            LeftEyeOpen = Rounded(finding.LeftEyeOpen),
            RightEyeOpen = Rounded(finding.RightEyeOpen),
            MouthOpen = Rounded(finding.MouthOpen),
            Expression = finding.Expression,
            ExpressionScore = Rounded(finding.ExpressionScore),
            Yaw = finding.Pose is { } turned ? Math.Round(turned.Yaw, 1) : null,
            Pitch = finding.Pose is { } nodded ? Math.Round(nodded.Pitch, 1) : null,
            Roll = Math.Round(finding.Pose?.Roll ?? (face.Angle * 180 / Math.PI), 1),
            Frontality = Math.Round(frontality, 4),
            SizeScore = Math.Round(size, 4),
            PositionScore = Math.Round(position, 4),
            Quality = Math.Round(quality, 4),
            EyesOpen = Rounded(eyes),
            CompositeScore = Math.Round(composite, 4),
            Embedding = new ValueList<double>(finding.Embedding.Select(v => Math.Round(v, 5))),
            Device = device,
            Status = status,
        };
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private int Column(double x) => Math.Clamp((int)Math.Round(x * _factorX), 0, info.Width);

    private int Row(double y) => Math.Clamp((int)Math.Round(y * _factorY), 0, info.Height);
}

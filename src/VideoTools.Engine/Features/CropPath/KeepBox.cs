namespace VideoTools.Engine.Features.CropPath;

/// <summary>Something that must stay whole while it is shown. Lengths in displayed pixels.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="StartSeconds">When it comes.</param>
/// <param name="EndSeconds">When it is gone.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom edge.</param>
internal sealed record KeepBox(string What, double StartSeconds, double EndSeconds, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Letters on the very edge of a crop are hard to read: a part of the text's height is left around it.</summary>
    private const double Margin = 0.35;

    /// <summary>The detector's box ends at the brows and the chin: a part of its size is left around it for hair and jaw.</summary>
    private const double FaceMargin = 0.25;

    /// <summary>The boxes of faces: each with the next of its track, from one look to the next.</summary>
    /// <param name="faces">The faces of a video, in order of time.</param>
    /// <param name="interval">Seconds between two looks.</param>
    public static IEnumerable<KeepBox> Of(IEnumerable<VideoFace> faces, double interval)
    {
        foreach (var track in faces.GroupBy(face => face.TrackId))
        {
            VideoFace[] looks = [.. track];
            for (var i = 0; i < looks.Length; i++)
            {
                var (face, next) = (looks[i], looks[Math.Min(i + 1, looks.Length - 1)]);
                if (next.Seconds - face.Seconds > 2 * interval)
                {
                    next = face;
                }

                var margin = FaceMargin * Math.Max(face.Height, next.Height);
                yield return new KeepBox(
                    "face", face.Seconds, next == face ? face.Seconds + interval : next.Seconds,
                    Math.Min(face.X, next.X) - margin, Math.Min(face.Y, next.Y) - margin,
                    Math.Max(face.X + face.Width, next.X + next.Width) + margin,
                    Math.Max(face.Y + face.Height, next.Y + next.Height) + margin);
            }
        }
    }

    /// <summary>The boxes of texts.</summary>
    public static IEnumerable<KeepBox> Of(IEnumerable<VideoText> texts) => texts.Select(text => new KeepBox(
        "text", text.StartSeconds, text.EndSeconds,
        text.X - (Margin * text.Height), text.Y - (Margin * text.Height),
        text.X + text.Width + (Margin * text.Height), text.Y + text.Height + (Margin * text.Height)));
}

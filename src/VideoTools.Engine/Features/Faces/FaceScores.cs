// Method: how well a face serves as the picture of a person: a weighted sum of sharpness, size, quality and open eyes, lessened for closed
// eyes, an open mouth and an unfriendly expression. Where the eyes are not known their weight is shared out among the others.
// Units: 0..1. Cost: nothing to speak of.
namespace VideoTools.Engine.Features.Faces;

/// <summary>The scores of a face in its picture.</summary>
internal static class FaceScores
{
    /// <summary>Eyes that are open less far than this are closed.</summary>
    public const double ClosedEyes = 0.4;

    private const double SharpEnough = 500;
    private const double OpenMouth = 0.5;
    private const double SureExpression = 0.5;

    /// <summary>1 for a box of 10 to 40 % of the picture's area, less for smaller ones, falling to 0 at 80 %.</summary>
    public static double Size(double share) => share switch
    {
        < 0.1 => Math.Max(0, share / 0.1),
        <= 0.4 => 1,
        _ => Math.Max(0, (0.8 - share) / 0.4),
    };

    /// <summary>
    /// 1 where the centre lies between 0.3 and 0.6 of the way from the picture's middle to a corner, 0.7 in the very middle, less towards
    /// the corner; halved near a side, x 0.4 near the top or bottom edge.
    /// </summary>
    /// <param name="x">Centre of the face as a share of the width.</param>
    /// <param name="y">Centre as a share of the height.</param>
    public static double Position(double x, double y)
    {
        var distance = Math.Sqrt(((x - 0.5) * (x - 0.5)) + ((y - 0.5) * (y - 0.5))) / Math.Sqrt(0.5);
        var score = distance switch
        {
            < 0.3 => 0.7 + distance,
            <= 0.6 => 1,
            _ => Math.Max(0, 1 - ((distance - 0.6) / 0.4 * 0.7)),
        };
        score *= x is < 0.1 or > 0.9 ? 0.5 : 1;
        return score * (y is < 0.1 or > 0.9 ? 0.4 : 1);
    }

    /// <summary>Mean of the parts that say how good a face it is.</summary>
    public static double Quality(double detection, double frontality, double position) => (detection + frontality + position) / 3;

    /// <summary>All of it in one number.</summary>
    /// <param name="sharpness">Variance of the Laplacian.</param>
    /// <param name="size">Score of the size.</param>
    /// <param name="quality">Score of the quality.</param>
    /// <param name="eyes">Openness of the eyes, null when not known.</param>
    /// <param name="mouth">Openness of the mouth, null when not known.</param>
    /// <param name="expression">The expression, null when not known.</param>
    /// <param name="expressionScore">How sure the expression is.</param>
    public static double Composite(
        double sharpness, double size, double quality, double? eyes, double? mouth, FaceExpression? expression, double? expressionScore)
    {
        var known = (0.18 * Math.Min(sharpness / SharpEnough, 1)) + (0.10 * size) + (0.27 * quality);
        var score = eyes is { } open ? known + (0.45 * open) : known / 0.55;
        score *= eyes < ClosedEyes ? 0.7 : 1;
        score *= mouth > OpenMouth ? 0.8 : 1;
        var isUnfriendly = expression is FaceExpression.Angry or FaceExpression.Disgust or FaceExpression.Fear or FaceExpression.Sad
            && expressionScore >= SureExpression;
        return score * (isUnfriendly ? 0.85 : 1);
    }
}

// The best still window of a scene without a subject.
// Method: the mean map of the scene as a table of sums; of Places x Places windows the one with the greatest share of it, less a little
// for the distance from the middle, so that an even picture is cut in the middle. Cost: constant a scene.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Finds the window that holds most of what draws the eye.</summary>
internal static class StillWindow
{
    private const int Places = 48;
    private const double CentreWeight = 0.08;

    /// <summary>Left and top edge in displayed pixels, and the share of the map inside.</summary>
    public static (double Left, double Top, double Share) Find(SceneView scene, ShotFrame size)
    {
        var rows = Math.Max(1, scene.Map.Count / scene.MapColumns);
        var image = new IntegralImage([.. scene.Map.Select(value => (ulong)Math.Round(value * 1000))], scene.MapColumns, rows);
        var all = image.Sum(0, 0, scene.MapColumns, rows);
        var (x, y) = (size.X(scene.Area), size.Y(scene.Area));
        var best = (Left: 0.0, Top: 0.0, Share: 0.0);
        var most = double.NegativeInfinity;
        for (var row = 0; row <= Places; row++)
        {
            for (var column = 0; column <= Places; column++)
            {
                var left = Place(x, column) * size.VideoWidth;
                var top = Place(y, row) * size.VideoWidth;
                var share = all <= 0 ? 0 : image.Sum(
                    left / size.VideoWidth * scene.MapColumns, top / size.VideoHeight * rows,
                    (left + size.Width) / size.VideoWidth * scene.MapColumns, (top + size.Height) / size.VideoHeight * rows) / all;
                var score = share - (CentreWeight * (Away(column) + Away(row)));
                if (score > most)
                {
                    (most, best) = (score, (left, top, share));
                }
            }
        }

        return best;
    }

    private static double Place(ShotAxis axis, int step) => axis.Minimum + ((axis.Maximum - axis.Minimum) * step / Places);

    private static double Away(int step) => Math.Abs(step - (Places / 2.0)) / (Places / 2.0);
}

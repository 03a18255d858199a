// Weighted least squares of an affine shift: the normal equations of both axes share one 3 x 3 matrix, solved by Cholesky. A ridge on the
// four slopes keeps them at 0 where the points say nothing about them. Cost: constant a point.
namespace VideoTools.Engine.Imaging;

/// <summary>Fits a <see cref="CameraShift"/> to displacements of points.</summary>
/// <param name="width">Pixels per row: what a slope of 1 means is judged by it.</param>
internal sealed class AffineSystem(int width)
{
    private const double Ridge = 0.02;

    private double _w;
    private double _wx;
    private double _wy;
    private double _wxx;
    private double _wxy;
    private double _wyy;
    private (double Constant, double X, double Y) _right;
    private (double Constant, double X, double Y) _down;

    /// <summary>Adds a point (from the middle) with its displacement.</summary>
    public void Add(double x, double y, double dx, double dy, double weight)
    {
        _w += weight;
        _wx += weight * x;
        _wy += weight * y;
        _wxx += weight * x * x;
        _wxy += weight * x * y;
        _wyy += weight * y * y;
        _right = (_right.Constant + (weight * dx), _right.X + (weight * dx * x), _right.Y + (weight * dx * y));
        _down = (_down.Constant + (weight * dy), _down.X + (weight * dy * x), _down.Y + (weight * dy * y));
    }

    /// <summary>The best shift; none without points.</summary>
    public CameraShift Solve()
    {
        if (_w <= 0)
        {
            return default;
        }

        var ridge = Ridge * _w * width * width / 12;
        var a = Math.Sqrt(_w);
        var (b, c) = (_wx / a, _wy / a);
        var d = Math.Sqrt(_wxx + ridge - (b * b));
        var e = (_wxy - (b * c)) / d;
        var f = Math.Sqrt(_wyy + ridge - (c * c) - (e * e));
        var (x, xByX, xByY) = Substitute(_right);
        var (y, yByX, yByY) = Substitute(_down);
        return new CameraShift(x, y, xByX, xByY, yByX, yByY);

        (double Constant, double ByX, double ByY) Substitute((double Constant, double X, double Y) right)
        {
            var u = right.Constant / a;
            var v = (right.X - (b * u)) / d;
            var w = (right.Y - (c * u) - (e * v)) / f;
            var byY = w / f;
            var byX = (v - (e * byY)) / d;
            return ((u - (b * byX) - (c * byY)) / a, byX, byY);
        }
    }
}

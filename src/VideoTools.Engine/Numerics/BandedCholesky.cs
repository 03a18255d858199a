// Solves symmetric positive definite systems whose matrix has few diagonals (Golub and Van Loan, Matrix Computations, 4.3.5).
// Cost: n * (bandwidth + 1)^2; memory n * (bandwidth + 1). In place.
namespace VideoTools.Engine.Numerics;

/// <summary>A symmetric band matrix and its solution.</summary>
/// <param name="size">Rows.</param>
/// <param name="bandwidth">Diagonals below the main one.</param>
internal sealed class BandedCholesky(int size, int bandwidth)
{
    private readonly double[] _band = new double[size * (bandwidth + 1)];

    /// <summary>Makes all entries 0.</summary>
    public void Clear() => Array.Clear(_band);

    /// <summary>Adds to the entry of a row and a column at most the bandwidth before it.</summary>
    public void Add(int row, int column, double value) => _band[(row * (bandwidth + 1)) + bandwidth + column - row] += value;

    /// <summary>Factors the matrix and replaces the right side with the solution. The matrix is used up.</summary>
    /// <returns>False when the matrix is not positive definite.</returns>
    public bool Solve(Span<double> right)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = Math.Max(0, i - bandwidth); j <= i; j++)
            {
                var sum = At(i, j);
                for (var k = Math.Max(0, i - bandwidth); k < j; k++)
                {
                    sum -= At(i, k) * (j - k <= bandwidth ? At(j, k) : 0);
                }

                if (i == j && !(sum > 0))
                {
                    return false;
                }

                At(i, j) = i == j ? Math.Sqrt(sum) : sum / At(j, j);
            }

            for (var k = Math.Max(0, i - bandwidth); k < i; k++)
            {
                right[i] -= At(i, k) * right[k];
            }

            right[i] /= At(i, i);
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k <= Math.Min(size - 1, i + bandwidth); k++)
            {
                right[i] -= At(k, i) * right[k];
            }

            right[i] /= At(i, i);
        }

        return true;
    }

    private ref double At(int row, int column) => ref _band[(row * (bandwidth + 1)) + bandwidth + column - row];
}

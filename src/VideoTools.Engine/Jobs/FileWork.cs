// Method: decoding costs about as much as the picture has pixels and the video frames: length times picture size. Where a length is not
// known, the size of the file stands for it, by the ratio of those files of the job whose length is known, or 2.5 Mbit/s.
// Units: seconds of 1920 x 1080. Cost: two passes.
namespace VideoTools.Engine.Jobs;

/// <summary>How much work files are, as far as that can be said without opening them.</summary>
internal sealed class FileWork
{
    private const double FullHd = 1920.0 * 1080;
    private const double BytesASecond = 2.5e6 / 8;

    // Opening a file and starting a decoder, and a picture that is small, cost something, too.
    private const double Least = 0.25;

    private readonly List<double> _known = [];
    private readonly List<long> _bytes = [];

    /// <summary>Adds a file.</summary>
    public void Add(ManifestLine file)
    {
        _bytes.Add(file.Length);
        var pixels = file is { Width: > 0, Height: > 0 } ? (double)file.Width.Value * file.Height.Value : FullHd;
        _known.Add(file.Seconds is > 0 and var seconds ? Math.Max(seconds * pixels / FullHd, Least) : double.NaN);
    }

    /// <summary>The work of each file.</summary>
    public IReadOnlyList<double> ToWork()
    {
        var (bytes, work) = (0L, 0.0);
        for (var i = 0; i < _known.Count; i++)
        {
            if (!double.IsNaN(_known[i]) && _bytes[i] > 0)
            {
                (bytes, work) = (bytes + _bytes[i], work + _known[i]);
            }
        }

        var rate = bytes > 0 ? bytes / work : BytesASecond;
        return [.. _known.Select((known, i) => double.IsNaN(known) ? Math.Max(_bytes[i] / rate, Least) : known)];
    }
}

using System.Globalization;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Benchmarks.Follow;

/// <summary>A sheet of frames, dark outside of the window, with a coloured frame: green where it stands, orange where it follows.</summary>
internal static class PathSheet
{
    private const int TileWidth = 240;
    private const int Columns = 5;

    /// <summary>Writes a JPEG of frames evenly spread over a range.</summary>
    public static void Write(string video, IReadOnlyList<CropShot> shots, double from, double to, int count, string target)
    {
        var height = TileWidth * shots[0].VideoHeight / shots[0].VideoWidth / 2 * 2;
        var rows = (count + Columns - 1) / Columns;
        var sheet = new byte[TileWidth * Columns * height * rows * 3];
        for (var i = 0; i < count; i++)
        {
            var seconds = from + ((to - from) * (i + 0.5) / count);
            var tile = Ffmpeg.Capture(
                "-ss", seconds.ToString("0.###", CultureInfo.InvariantCulture), "-i", video, "-frames:v", "1",
                "-vf", FormattableString.Invariant($"scale={TileWidth}:{height}:flags=area,setsar=1"), "-f", "rawvideo", "-pix_fmt", "rgb24", "-");
            Draw(tile, height, shots.FirstOrDefault(shot => seconds < shot.EndSeconds) ?? shots[^1], seconds);
            for (var y = 0; y < height; y++)
            {
                tile.AsSpan(y * TileWidth * 3, TileWidth * 3).CopyTo(
                    sheet.AsSpan((((((i / Columns) * height) + y) * Columns) + (i % Columns)) * TileWidth * 3));
            }
        }

        Ffmpeg.Feed(
            [
                "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", FormattableString.Invariant($"{TileWidth * Columns}x{height * rows}"), "-i", "-",
                "-frames:v", "1", "-q:v", "5", target,
            ],
            input => input.Write(sheet));
    }

    private static void Draw(byte[] tile, int height, CropShot shot, double seconds)
    {
        var (x, y) = FollowScore.WindowAt(shot, seconds);
        var scale = (double)TileWidth / shot.VideoWidth;
        var (left, top) = ((int)(x * scale), (int)(y * scale));
        var (right, bottom) = ((int)((x + shot.Width) * scale) - 1, Math.Min(height, (int)((y + shot.Height) * scale)) - 1);
        var colour = shot.Mode == CropMode.Follow ? (R: 255, G: 120, B: 0) : (R: 60, G: 220, B: 60);
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < TileWidth; column++)
            {
                var pixel = tile.AsSpan(((row * TileWidth) + column) * 3, 3);
                if (row < top || row > bottom || column < left || column > right)
                {
                    (pixel[0], pixel[1], pixel[2]) = ((byte)(pixel[0] / 3), (byte)(pixel[1] / 3), (byte)(pixel[2] / 3));
                }
                else if (row - top < 2 || bottom - row < 2 || column - left < 2 || right - column < 2)
                {
                    (pixel[0], pixel[1], pixel[2]) = ((byte)colour.R, (byte)colour.G, (byte)colour.B);
                }
            }
        }
    }
}

using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Frames;

/// <summary>
/// A film whose every frame is known: which picture it shows, and whether it shows it well. Small (320 x 180), so that minutes of it cost
/// seconds; pictures are drawn by us, so that no two are alike by chance of a fetched clip.
/// </summary>
public sealed class FrameFilm
{
    /// <summary>Size and rate of every film.</summary>
    public const int Width = 320, Height = 180, Rate = 25;

    private const int RepeatedPictures = 6;
    private readonly int _seed;

    private FrameFilm(int seconds, int seed)
    {
        _seed = seed;
        Shots = Compose(seconds * Rate, seed);
    }

    /// <summary>Twenty-one minutes, for the benchmark.</summary>
    public static FrameFilm Long { get; } = new(21 * 60, 7);

    /// <summary>Two minutes with the same ingredients, for the tests.</summary>
    public static FrameFilm Short { get; } = new(120, 11);

    /// <summary>The shots, in order of time.</summary>
    public IReadOnlyList<FilmShot> Shots { get; }

    /// <summary>Frames.</summary>
    public int FrameCount => Shots[^1].End;

    /// <summary>The film as a file, made when it is not in the cache.</summary>
    public string Build() => MediaCache.GetOrCreate(
        "frame-film", $"film-{FrameCount}.mp4", $"2 {_seed} {string.Join(' ', Shots)}", target => Ffmpeg.Feed(
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Width}x{Height}", "-r", Rate.ToString(CultureInfo.InvariantCulture), "-i", "-",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", target,
        ],
        input =>
        {
            foreach (var (number, shot) in Shots.Index())
            {
                Write(input, shot, number);
            }
        }));

    /// <summary>The shot of a frame.</summary>
    public FilmShot ShotOf(long frame) => Shots.First(shot => frame < shot.End);

    private static List<FilmShot> Compose(int frames, int seed)
    {
        var random = new SplitMix((ulong)seed);
        List<FilmShot> shots = [];
        var (at, picture, turn) = (0, RepeatedPictures, 0);
        while (at < frames)
        {
            // A round of 16 shots has every ingredient; the repeated ones come back in every round.
            FilmShotKind[] round =
            [
                FilmShotKind.Moving, FilmShotKind.Repeated, FilmShotKind.Still, FilmShotKind.Moving, FilmShotKind.Repeated,
                FilmShotKind.Dark, FilmShotKind.Moving, FilmShotKind.LateLight, FilmShotKind.Repeated, FilmShotKind.Blurred,
                FilmShotKind.Moving, FilmShotKind.Flat, FilmShotKind.Repeated, FilmShotKind.LateFocus, FilmShotKind.Moving,
                FilmShotKind.Still,
            ];
            var kind = round[turn % round.Length];
            var seconds = kind switch
            {
                FilmShotKind.Still => random.Between(6, 12),
                FilmShotKind.Moving when turn % 5 == 0 => random.Between(1, 1.8),
                FilmShotKind.LateLight or FilmShotKind.LateFocus => random.Between(5, 8),
                _ => random.Between(3, 8),
            };
            var shown = kind == FilmShotKind.Repeated ? random.Next(0, RepeatedPictures - 1) : picture++;
            var end = Math.Min(frames, at + (int)(seconds * Rate));
            shots.Add(new FilmShot(kind, shown, at, end, kind == FilmShotKind.Moving && turn % 3 == 0));
            (at, turn) = (end, turn + 1);
        }

        return shots;
    }

    private void Write(Stream output, FilmShot shot, int number)
    {
        var random = new SplitMix(((ulong)_seed * 7919) + (ulong)number);
        var picture = FilmPicture.Draw((_seed * 1000) + shot.Picture);
        var bad = shot.Kind switch
        {
            FilmShotKind.Dark or FilmShotKind.LateLight => picture.Lit(0.08),
            FilmShotKind.Blurred or FilmShotKind.LateFocus => picture.Blurred(12),
            FilmShotKind.Flat => picture.Lit(0.03).Lifted(110),
            _ => picture,
        };
        var light = shot.Kind == FilmShotKind.Repeated ? random.Next(-3, 3) : 0;
        var good = light == 0 ? picture : picture.Lifted(light);
        var frame = new RawFrame(Width, Height);
        for (var i = shot.Start; i < shot.End; i++)
        {
            if (shot.IsFlash(i))
            {
                frame.Fill(RawFrame.White);
            }
            else
            {
                var share = shot.Kind == FilmShotKind.Moving ? (double)(i - shot.Start) / Math.Max(1, shot.Length - 1) : 0.5;
                (i >= shot.GoodStart ? good : bad).Show(frame, share);
                FilmPicture.Grain(frame, random);
            }

            output.Write(frame.Data);
        }
    }
}

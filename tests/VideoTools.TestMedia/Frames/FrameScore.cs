namespace VideoTools.TestMedia.Frames;

/// <summary>How well chosen frames stand for a <see cref="FrameFilm"/>.</summary>
/// <param name="Pictures">Frames chosen.</param>
/// <param name="Covered">Different pictures of the film among them.</param>
/// <param name="Coverable">Different pictures that the film shows well.</param>
/// <param name="MissingLong">Pictures that are shown for over two seconds, at least once well, and were not chosen.</param>
/// <param name="Twins">Frames beyond the first of the same repeated or still picture.</param>
/// <param name="Bad">Frames that are dark, white, flat or out of focus.</param>
public sealed record FrameScore(int Pictures, int Covered, int Coverable, int MissingLong, int Twins, int Bad)
{
    /// <summary>Judges frames by their numbers.</summary>
    public static FrameScore Of(FrameFilm film, IReadOnlyList<long> frames)
    {
        var shots = frames.Select(frame => (Frame: (int)frame, Shot: film.ShotOf(frame))).ToList();
        var good = shots.Where(item => item.Shot.IsGood(item.Frame)).Select(item => item.Shot.Picture).ToHashSet();
        var coverable = film.Shots.Where(shot => shot.GoodStart < shot.End).ToList();
        return new FrameScore(
            frames.Count,
            good.Count,
            coverable.Select(shot => shot.Picture).Distinct().Count(),
            coverable.Where(shot => shot.Length > 2 * FrameFilm.Rate).Select(shot => shot.Picture).Distinct().Count(p => !good.Contains(p)),
            shots.Where(item => item.Shot.Kind is FilmShotKind.Repeated or FilmShotKind.Still)
                .GroupBy(item => item.Shot.Picture).Sum(group => group.Count() - 1),
            shots.Count(item => !item.Shot.IsGood(item.Frame)));
    }
}

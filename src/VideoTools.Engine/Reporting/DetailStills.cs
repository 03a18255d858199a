// Method: of the chosen frames and the people as many as a page has room for, frames spread evenly over those there are, people in their
// order. A moment is asked for a millisecond early: the picture is the first frame at or after it, and a time that was rounded up would
// give the one after.
namespace VideoTools.Engine.Reporting;

/// <summary>Chooses the pictures of the details of a single video.</summary>
internal static class DetailStills
{
    // Some 50 kB each: with the pictures of the crop a page stays below 3 MB.
    private const int MostFrames = 24;
    private const int MostPeople = 12;

    /// <summary>All pictures to read, each once.</summary>
    public static IReadOnlyList<VideoInput> Choose(ReportData data, string fullName)
    {
        var shots = data.CropShots.Where(shot => shot.FullName == fullName);
        var moments = Frames(data, fullName).Select(frame => Moment(frame.Time))
            .Concat(People(data, fullName).Select(person => Moment(person.Time)));
        var inputs = ShotStills.Choose(shots).Concat(moments.Select(moment => new VideoInput(fullName, moment)));
        return [.. inputs.DistinctBy(input => input.From)];
    }

    /// <summary>The frames that are shown.</summary>
    public static IReadOnlyList<SelectedFrame> Frames(ReportData data, string fullName)
    {
        SelectedFrame[] all = [.. data.Frames.Where(frame => frame.FullName == fullName).OrderBy(frame => frame.Time)];
        return all.Length <= MostFrames ? all : [.. Enumerable.Range(0, MostFrames).Select(i => all[i * all.Length / MostFrames])];
    }

    /// <summary>The people that are shown.</summary>
    public static IEnumerable<VideoPerson> People(ReportData data, string fullName) =>
        data.People.Where(person => person.FullName == fullName).OrderBy(person => person.PersonId).Take(MostPeople);

    /// <summary>The moment to ask for, to get the frame of a time.</summary>
    public static TimeSpan Moment(TimeSpan time)
    {
        var early = time - TimeSpan.FromMilliseconds(1);
        return early > TimeSpan.Zero ? early : TimeSpan.Zero;
    }
}

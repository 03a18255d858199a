using VideoTools.Engine.Features.CropPath;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Engine.Tests.Features.CropPath;

public class FollowTests
{
    private static readonly CropPathOptions Follow = new() { Mode = CropMode.Follow };
    private static readonly CropPathOptions Auto = new();

    public static TheoryData<string> Clips => [.. SubjectClips.Following.Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Clips))]
    public void Follow_OneSubject_IsInsideInNearlyEveryFrameAndTheWindowIsCalm(string name)
    {
        var spec = SubjectClips.Following.Single(clip => clip.Name == name);

        var score = FollowScore.Of(spec, DrawnShots.Plan(spec, Follow));

        Assert.True(score.Held >= 0.98, score.ToString());
        Assert.True(score.Speed <= PathSolver.MaximumSpeed * 1.02, score.ToString());
        Assert.True(score.Acceleration <= PathSolver.MaximumAcceleration * 1.05, score.ToString());
        Assert.True(!name.EndsWith("standing", StringComparison.Ordinal) || score.Travel == 0, score.ToString());
    }

    [Theory]
    [MemberData(nameof(Clips))]
    public void Auto_OneSubject_FollowsOnlyWhatMoves(string name)
    {
        var spec = SubjectClips.Following.Single(clip => clip.Name == name);

        var shot = Assert.Single(DrawnShots.Plan(spec, Auto));

        Assert.Equal(name.EndsWith("standing", StringComparison.Ordinal) ? CropMode.PerScene : CropMode.Follow, shot.Mode);
        Assert.Matches("subject moves [0-9]+ % of the width", shot.Reason);
    }

    [Fact]
    public void Follow_TwoSubjectsApart_HoldsOneAndNeverTheGap()
    {
        var score = FollowScore.Of(SubjectClips.TwoApart, DrawnShots.Plan(SubjectClips.TwoApart, Follow));

        Assert.True(score.Held >= 0.98, score.ToString());
    }

    [Theory]
    [InlineData(CropMode.Auto)]
    [InlineData(CropMode.PerScene)]
    [InlineData(CropMode.Static)]
    public void Still_TwoSubjectsApart_HoldsOneAndNeverTheGap(CropMode mode)
    {
        var shots = DrawnShots.Plan(SubjectClips.TwoApart, new CropPathOptions { Mode = mode });

        var score = FollowScore.Of(SubjectClips.TwoApart, shots);
        Assert.True(score.Held >= 0.98, score.ToString());
        Assert.Equal(0, score.Travel);
    }

    [Fact]
    public void Follow_SubjectHiddenForAMoment_DoesNotJump()
    {
        var spec = SubjectClips.Following.Single(clip => clip.Name == "follow-still-slow") with { Hidden = (3.5, 4.6) };

        var score = FollowScore.Of(spec, DrawnShots.Plan(spec, Follow));

        Assert.True(score.Held >= 0.98, score.ToString());
    }

    [Fact]
    public void Follow_FlashFarAway_IsNotFollowed()
    {
        var spec = SubjectClips.Following.Single(clip => clip.Name == "follow-still-starting") with { FlashAt = 5.2 };

        var score = FollowScore.Of(spec, DrawnShots.Plan(spec, Follow));

        Assert.True(score.Held >= 0.98, score.ToString());
    }

    [Fact]
    public void Follow_Cut_StartsAnew()
    {
        // One subject left, then one right: across a cut the window jumps, and stands still on either side.
        var (left, right) = (new SubjectMove(0.2, 0.2, 0.5, 0), new SubjectMove(0.8, 0.8, 0.5, 0));
        var before = new SubjectClipSpec("before", Scenery.Still, [left], 4);
        var notes = DrawnShots.Notes(before).Concat(DrawnShots.Notes(before with { Moves = [right] })
            .Select(note => note with { Seconds = note.Seconds + 4, EndSeconds = note.EndSeconds + 4 }));

        var shots = DrawnShots.Compose([.. notes], 8, Follow, [], null, 4.0);

        Assert.Equal([1, 2], shots.Select(shot => shot.SceneIndex));
        Assert.All(shots, shot => Assert.Empty(shot.Path));
        Assert.True(shots[0].X < 120 && shots[1].X > 320, $"{shots[0].Crop} {shots[1].Crop}");
        Assert.Equal(shots[0].Width, shots[1].Width);
    }

    [Fact]
    public void Plan_FlatGrey_HasNoSubjectAndTakesTheMiddle()
    {
        var shot = Assert.Single(DrawnShots.Plan(new SubjectClipSpec("grey", Scenery.Flat, [], 3), Auto));

        Assert.Equal((CropMode.PerScene, (640 - shot.Width) / 2 / 2 * 2), (shot.Mode, shot.X));
        Assert.StartsWith("no clear subject", shot.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Static_SubjectThatMoves_IsOneWindowForAllScenes()
    {
        var spec = SubjectClips.Following.Single(clip => clip.Name == "follow-still-slow");

        var shot = Assert.Single(DrawnShots.Plan(spec, new CropPathOptions { Mode = CropMode.Static }, null, 3.0, 6.0));

        Assert.Equal((0, 0.0, 9.0, CropMode.Static), (shot.SceneIndex, shot.StartSeconds, shot.EndSeconds, shot.Mode));
        Assert.Empty(shot.Path);
    }

    [Fact]
    public void AllowZoom_SmallSubject_IsShownLarger()
    {
        var spec = new SubjectClipSpec("small", Scenery.Still, [new SubjectMove(0.3, 0.3, 0.5, 0)], 4) { SubjectWidth = 0.06, SubjectHeight = 0.2 };

        var whole = Assert.Single(DrawnShots.Plan(spec, Auto));
        var zoomed = Assert.Single(DrawnShots.Plan(spec, Auto with { AllowZoom = true }));

        Assert.Equal(360, whole.Height);
        Assert.InRange(zoomed.Height, 360 * 0.59, 350);
        Assert.Equal(9.0 / 16, (double)zoomed.Width / zoomed.Height, 0.02);
        Assert.Equal(1, FollowScore.Of(spec, [zoomed]).Held);
    }

    [Fact]
    public void Notes_Samples_SurviveTheirPacking()
    {
        var notes = DrawnShots.Notes(SubjectClips.TwoApart with { Seconds = 3 });

        Assert.Equal(15, notes.Sum(note => note.Samples().Count()));
        Assert.Equal(Enumerable.Range(0, 15).Select(i => i / 5.0), notes.SelectMany(note => note.Samples()).Select(s => s.Seconds), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.All(notes.SelectMany(note => note.Samples()), sample => Assert.InRange(sample.Subjects.Count, 1, 4));
        Assert.Equal(3, notes[^1].EndSeconds, 6);
    }
}

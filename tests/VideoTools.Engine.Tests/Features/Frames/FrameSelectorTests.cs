using VideoTools.Engine.Features.Frames;
using static VideoTools.Engine.Tests.Features.Frames.FrameNotes;

namespace VideoTools.Engine.Tests.Features.Frames;

public class FrameSelectorTests
{
    [Fact]
    public void Select_OneLongScene_SpreadsOverAllOfIt()
    {
        // A minute, a candidate every half second, the first half sharper: the quota must not be used up there.
        var notes = Enumerable.Range(0, 120).Select(i => Note(i * 12, i, i < 60 ? 2000 : 300));

        var frames = Select(10, [Scene(1, 0, 1500)], notes).ConvertAll(item => item.Frame);

        Assert.Equal(10, frames.Count);
        Assert.All(Enumerable.Range(0, 10), part => Assert.Single(frames, frame => frame / 150 == part));
    }

    [Fact]
    public void Select_ShotThatComesBack_GivesOnePicture()
    {
        // A B A B A, each shot the same all along.
        var scenes = Enumerable.Range(0, 5).Select(i => Scene(i + 1, i * 100, (i + 1) * 100)).ToList();
        var notes = Enumerable.Range(0, 50).Select(i => Note(i * 10, i / 10 % 2));

        var frames = Select(60, scenes, notes);

        Assert.Equal([1, 2], frames.Select(item => item.Scene));
    }

    [Fact]
    public void Select_WithoutComparison_FillsTheQuotaOfEveryScene()
    {
        var scenes = Enumerable.Range(0, 5).Select(i => Scene(i + 1, i * 100, (i + 1) * 100)).ToList();
        var notes = Enumerable.Range(0, 50).Select(i => Note(i * 10, i / 10 % 2));

        var frames = Select(60, scenes, notes, Limits with { Similarity = 0 });

        Assert.Equal([4, 4, 4, 4, 4], frames.GroupBy(item => item.Scene).Select(group => group.Count()));
    }

    [Fact]
    public void Select_EveryLongScene_IsThereThoughTheTargetIsLess()
    {
        // 20 scenes of 2 s to 6 s and a target of 2; and one of a second, which has no right to a picture.
        var scenes = new List<VideoScene>();
        var at = 0L;
        for (var i = 0; i < 20; i++)
        {
            var end = at + 50 + (i * 5);
            scenes.Add(Scene(i + 1, at, end));
            at = end;
        }

        scenes.Add(Scene(21, at, at + 25));
        var notes = Enumerable.Range(0, (int)((at + 25) / 5)).Select(i => Note(i * 5, i));

        var frames = Select(2, scenes, notes);

        Assert.Equal(Enumerable.Range(1, 20), frames.Select(item => item.Scene).Distinct());
        Assert.Equal(20, frames.Count);
    }

    [Fact]
    public void Select_MoreLongScenesThanMayBeChosen_TakesTheLongest()
    {
        var scenes = Enumerable.Range(0, 10).Select(i => Scene(i + 1, i * 100, (i + 1) * 100)).ToList();
        scenes[4] = Scene(5, 400, 420);
        scenes.Insert(5, Scene(6, 420, 500));
        var notes = Enumerable.Range(0, 200).Select(i => Note(i * 5, i));

        var frames = Select(1000, scenes, notes, Limits with { MaximumCount = 9 });

        Assert.Equal(9, frames.Count);
        Assert.DoesNotContain(5, frames.Select(item => item.Scene));
    }

    [Fact]
    public void Select_OfAStretch_TakesTheBestNotTheFirst()
    {
        var notes = Enumerable.Range(0, 20).Select(i => Note(i * 5, i, i == 13 ? 3000 : 500));

        Assert.Equal([(65L, 1)], Select(0.1, [Scene(1, 0, 100)], notes));
    }

    [Fact]
    public void Select_InsideOfADissolve_OnlyWhereNothingElseIs()
    {
        // The sharpest frame lies in the transition into the scene (its first second).
        FrameNote[] notes = [Note(10, 1, 5000), Note(60, 2, 200)];

        Assert.Equal([(60L, 1)], Select(0.1, [Scene(1, 0, 100, transitionEnd: 1)], notes));
        Assert.Equal([(10L, 1)], Select(0.1, [Scene(1, 0, 100, transitionEnd: 1)], notes[..1]));
    }

    [Fact]
    public void Select_LivelyScene_GetsMoreThanAStillOne()
    {
        VideoScene[] scenes = [Scene(1, 0, 750), Scene(2, 750, 1500), Scene(3, 1500, 2250)];
        var notes = Enumerable.Range(0, 225).Select(i => Note(i * 10, i, activity: i < 75 ? 0.1 : 5));

        var counts = Select(20, scenes, notes).GroupBy(item => item.Scene).ToDictionary(group => group.Key, group => group.Count());

        Assert.True(counts[1] < counts[2], $"{counts[1]}, {counts[2]}");
        Assert.Equal(counts[2], counts[3]);
        Assert.Equal(30, counts.Values.Sum());
    }

    [Fact]
    public void Select_ShortScenes_ComeWhereThereIsRoom()
    {
        // A minute that repeats itself, then three scenes of a second.
        VideoScene[] scenes = [Scene(1, 0, 1500), Scene(2, 1500, 1520), Scene(3, 1520, 1545), Scene(4, 1545, 1560)];
        var notes = Enumerable.Range(0, 156).Select(i => Note(i * 10, i < 150 ? 0 : i));

        Assert.Equal([1, 2, 3, 4], Select(5, scenes, notes).Select(item => item.Scene));
        Assert.Equal([1, 3], Select(2, scenes, notes).Select(item => item.Scene));
    }

    [Fact]
    public void Select_PoorVideo_IsFilledUpToFourFifths()
    {
        // Nine scenes show one picture; the tenth has many different ones. The target is 11.
        var scenes = Enumerable.Range(0, 10).Select(i => Scene(i + 1, i * 150, i == 9 ? 1650 : (i + 1) * 150)).ToList();
        var notes = Enumerable.Range(0, 165).Select(i => Note(i * 10, i < 135 ? 0 : i));

        var frames = Select(10, scenes, notes);

        Assert.Equal(8, frames.Count);
        Assert.Equal(7, frames.Count(item => item.Scene == 10));
        Assert.All(frames.Zip(frames.Skip(1)), pair => Assert.True(pair.Second.Frame - pair.First.Frame > 25));
    }

    [Fact]
    public void Select_NothingToChooseFrom_GivesNothing()
    {
        Assert.Empty(Select(15, [], [Note(1, 1)]));
        Assert.Empty(Select(15, [Scene(1, 0, 100)], []));
    }

    [Fact]
    public void Select_Twice_GivesTheSame()
    {
        var scenes = Enumerable.Range(0, 30).Select(i => Scene(i + 1, i * 60, (i + 1) * 60)).ToList();
        FrameNote[] notes = [.. Enumerable.Range(0, 360).Select(i => Note(i * 5, i % 50, 500 + (i * 37 % 900)))];

        Assert.Equal(Select(40, scenes, notes), Select(40, scenes, notes));
    }
}

using VideoTools.Engine.Similar;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Similar;

namespace VideoTools.Engine.Tests.Similar;

/// <summary>Altered copies of real and generated clips, through the real decoder.</summary>
public sealed class SimilarClipTests
{
    [RequiresFact(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia)]
    public void Group_EveryAlteration_FindsTheCopyAndNothingElse()
    {
        var clips = SimilarSets.Build(SimilarSetPlan.Small);
        var request = new AnalysisRequest(new SignatureOptions()) { Engine = new EngineOptions { Cache = CacheMode.Off } };
        var signatures = Sessions.Records<VideoSignature>(request, [.. clips.Select(clip => clip.Path)]);

        var found = new SimilarVideos().Group(signatures, new SimilarOptions { Mirrored = true });

        var pairs = found.Where(video => video.FullName != video.Reference)
            .SelectMany(video => new[] { (video.FullName, video.Reference), (video.Reference, video.FullName) }).ToHashSet();
        var copies = clips.Where(clip => clip.Original is not null).ToList();
        Assert.All(copies, copy => Assert.Contains((copy.Path, clips.Single(clip => clip.Name == copy.Original).Path), pairs));
        Assert.Equal(2 * copies.Count, pairs.Count);

        var trimmed = copies.Single(copy => copy.Alterations.Contains(Alteration.Trim));
        Assert.Equal(trimmed.OffsetSeconds, found.Single(video => video.FullName == trimmed.Path).OffsetSeconds, 0.15);

        // Either may be the reference: they are of one length and size.
        var mirrored = copies.Single(copy => copy.Alterations.Contains(Alteration.Mirror));
        string[] two = [mirrored.Path, clips.Single(clip => clip.Name == mirrored.Original).Path];
        Assert.True(found.Single(video => two.Contains(video.FullName) && video.FullName != video.Reference).Mirrored);
    }
}

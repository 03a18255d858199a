using VideoTools.Engine.Files;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Observation.States;

/// <summary>Writes the frames that show an alert as JPEG files.</summary>
internal static class EvidencePictures
{
    private const int LongSide = 640;

    /// <summary>Writes them.</summary>
    public static VideoAlert Save(VideoAlert alert, string directory, bool force, IMediaSource media, CancellationToken cancellationToken)
    {
        var source = media.Probe(alert.FullName, countFrames: false, cancellationToken);
        var subject = new OutputSubject($"The picture of an alert of '{alert.FullName}'", alert.FullName);
        var stem = Path.GetFileNameWithoutExtension(alert.FullName);
        List<(string Path, byte[] Content)> files = [];
        foreach (var seconds in alert.FrameTimes)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{stem}_alert{alert.Index:000}_t{seconds:0000.00}_{alert.Level.ToString().ToUpperInvariant()}.jpg");
            var still = media.ReadStill(source, TimeSpan.FromSeconds(seconds), LongSide, cancellationToken);
            files.Add((Path.Combine(Path.GetFullPath(directory), name), still.Jpeg.ToArray()));
        }

        if (files.Count > 0)
        {
            WholeFiles.Write(subject, force, [.. files]);
        }

        return alert with { EvidenceFiles = new ValueList<string>(files.Select(file => file.Path)) };
    }
}

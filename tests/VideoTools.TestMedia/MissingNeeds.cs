using VideoTools.TestMedia.Models;

namespace VideoTools.TestMedia;

/// <summary>Decides whether a test can run here, and says so aloud when it cannot: a skipped test must never look like a passed one.</summary>
public static class MissingNeeds
{
    /// <summary>Null when everything is there; otherwise what is missing and how to get it.</summary>
    public static string? Describe(Needs needs)
    {
        var missing = new List<string>();
        if (needs.HasFlag(Needs.Ffmpeg) && !Ffmpeg.IsAvailable)
        {
            missing.Add("ffmpeg and ffprobe are not on the PATH");
        }

        if (needs.HasFlag(Needs.RealClips) && (RealClips.BigBuckBunny is null || RealClips.SintelTrailer is null))
        {
            missing.Add("the films are not in .assets (run the build, which fetches them)");
        }

        if (needs.HasFlag(Needs.SharedMedia) && RealClips.ExampleMovie is null)
        {
            missing.Add("../shared/media/example_movie.mov does not exist");
        }

        if (needs.HasFlag(Needs.Browser) && (Browsers.Chromium is null || Browsers.Node is null || Browsers.Playwright is null))
        {
            missing.Add("chromium and node are not on the PATH, or playwright-core is not in .assets (run the build's test task, which fetches it)");
        }

        if (needs.HasFlag(Needs.Tfjs) && (Browsers.Node is null || TfjsReference.Library is null))
        {
            missing.Add("node is not on the PATH, or tfjs is not in .assets (run the build's test task, which fetches it)");
        }

        if (needs.HasFlag(Needs.Photographs) && Faces.FacePictures.Folder is null)
        {
            missing.Add("the photographs of @vladmandic/face-api are not in .assets (run the build's test task, which fetches them)");
        }

        if (needs.HasFlag(Needs.SmallDrive) && !SmallDrive.IsAvailable)
        {
            missing.Add("a small drive cannot be mounted (it takes Linux and root)");
        }

        if (needs.HasFlag(Needs.Hands)
            && !File.Exists(Path.Combine(RepositoryPaths.Assets, "@vladmandic", "human-models", "hand-landmark.onnx")))
        {
            missing.Add("the models of hands are not in .assets (./build.sh models)");
        }

        if (needs.HasFlag(Needs.Tesseract) && !Text.Tesseract.Has("deu"))
        {
            missing.Add("tesseract is not on the PATH, or lacks German (Debian: tesseract-ocr tesseract-ocr-deu)");
        }

        return missing.Count == 0 ? null : "SKIPPED, NOT PASSED: " + string.Join("; ", missing);
    }

    /// <summary>As <see cref="Describe"/>, and writes the reason to standard error.</summary>
    public static string? Report(Needs needs)
    {
        var reason = Describe(needs);
        if (reason is not null)
        {
            Console.Error.WriteLine(reason);
        }

        return reason;
    }
}

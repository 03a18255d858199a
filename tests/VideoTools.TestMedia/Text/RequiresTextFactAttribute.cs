using Xunit;

namespace VideoTools.TestMedia.Text;

/// <summary>A fact that draws and reads text: skipped, loudly, without ffmpeg, the films or the fonts.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTextFactAttribute : FactAttribute
{
    public RequiresTextFactAttribute()
    {
        Skip = MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips);
        if (Skip is null && !Fonts.AreComplete)
        {
            Skip = "SKIPPED, NOT PASSED: fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback)";
            Console.Error.WriteLine(Skip);
        }
    }
}

using Xunit;

namespace VideoTools.TestMedia.Text;

/// <summary>A fact that draws text and has Tesseract read it: skipped, loudly, without ffmpeg, the fonts or Tesseract.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTesseractFactAttribute : FactAttribute
{
    public RequiresTesseractFactAttribute()
    {
        Skip = MissingNeeds.Report(Needs.Ffmpeg | Needs.Tesseract);
        if (Skip is null && !Fonts.AreComplete)
        {
            Skip = "SKIPPED, NOT PASSED: fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback)";
            Console.Error.WriteLine(Skip);
        }
    }
}

namespace VideoTools.Reference.Tests;

/// <summary>A fact that needs OpenCV's native library. Where it can't be loaded, it says aloud that it was skipped, and why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenCvFactAttribute : FactAttribute
{
    public OpenCvFactAttribute() => Skip = OpenCv.Missing;
}

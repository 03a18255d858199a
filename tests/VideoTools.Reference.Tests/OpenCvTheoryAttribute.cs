namespace VideoTools.Reference.Tests;

/// <summary>A theory that needs OpenCV's native library. Where it can't be loaded, it says aloud that it was skipped, and why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenCvTheoryAttribute : TheoryAttribute
{
    public OpenCvTheoryAttribute() => Skip = OpenCv.Missing;
}

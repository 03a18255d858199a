namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>A theory that runs the built module. Where there is none, it says aloud that it was skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModuleTheoryAttribute : TheoryAttribute
{
    public ModuleTheoryAttribute() => Skip = BuiltModule.Missing;
}

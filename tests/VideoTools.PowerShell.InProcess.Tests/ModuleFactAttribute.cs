namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>A fact that runs the built module. Where there is none, it says aloud that it was skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModuleFactAttribute : FactAttribute
{
    public ModuleFactAttribute() => Skip = BuiltModule.Missing;
}

namespace VideoTools.PowerShell;

/// <summary>Hooks the engine's load context in when the module is imported and ends the engine when it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => EngineProvider.Hook();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => EngineProvider.Unhook();
}

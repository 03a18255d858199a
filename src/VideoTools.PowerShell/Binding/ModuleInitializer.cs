namespace VideoTools.PowerShell;

/// <summary>Hooks the engine's load context in and tells of the records when the module is imported; ends the engine when it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        EngineProvider.Hook();
        TypeData.Load();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => EngineProvider.Unhook();
}

namespace VideoTools.PowerShell;

/// <summary>Tells of the records and hooks the engine's load context in when the module is imported; ends the engine afterwards.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        TypeData.Load();
        EngineProvider.Hook();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => EngineProvider.Unhook();
}

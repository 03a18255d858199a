using SystemShell = System.Management.Automation.PowerShell;

namespace VideoTools.PowerShell;

/// <summary>
/// Tells the session what stands for a record where there is room for little, and how deep records are serialized. The manifest could
/// name the file, but then a second copy of the module fails with a page of errors before it can say what it is; the module's script
/// could run Update-TypeData, but only with all of Microsoft.PowerShell.Utility, which takes longer to load than this module.
/// </summary>
internal static class TypeData
{
    private const string Command = "Microsoft.PowerShell.Commands.UpdateTypeDataCommand, Microsoft.PowerShell.Commands.Utility";

    /// <summary>Reads the file that the build made from the schema of the records, into the session that imports the module.</summary>
    public static void Load()
    {
        var directory = Path.GetDirectoryName(typeof(TypeData).Assembly.Location)!;
        using var shell = SystemShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo("Update-TypeData", Type.GetType(Command, throwOnError: true)!))
            .AddParameter("PrependPath", Path.Combine(directory, "VideoTools.Types.ps1xml"))
            .Invoke();
    }
}

using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Host = System.Management.Automation.PowerShell;

namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>A runspace with the module imported.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;

    public Shell()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([BuiltModule.Manifest!]);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>A command of the runspace that the test runs itself.</summary>
    public Host Command(string script, params (string Name, object Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        var command = Host.Create(_runspace);
        command.AddScript(script);
        return command;
    }

    /// <summary>Runs a script; errors that it does not catch come beside its output.</summary>
    public (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors) Run(
        string script, params (string Name, object Value)[] variables)
    {
        using var command = Command(script, variables);
        var output = command.Invoke();
        return ([.. output], [.. command.Streams.Error]);
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>A property of a record as text that no culture changes.</summary>
    public static string Text(PSObject record, string name) =>
        Convert.ToString((record.Properties[name] ?? throw new KeyNotFoundException(name)).Value, CultureInfo.InvariantCulture) ?? "";
}

using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Base of every cmdlet: the engine and one way to report errors.</summary>
public abstract class EngineCmdlet : PSCmdlet
{
    /// <summary>Error id of options that the engine refuses.</summary>
    internal const string InvalidOptionId = "InvalidOption";

    /// <summary>Error id of an engine that cannot be loaded.</summary>
    internal const string EngineUnavailableId = "EngineUnavailable";

    /// <summary>The engine; loading it for the first time takes a moment.</summary>
    private protected IVideoEngine Engine
    {
        get
        {
            try
            {
                return EngineProvider.Get();
            }
            catch (Exception exception) when (exception is IOException or BadImageFormatException or TypeLoadException or MissingMemberException)
            {
                ThrowTerminatingError(new ErrorRecord(exception, EngineUnavailableId, ErrorCategory.ResourceUnavailable, null)
                {
                    ErrorDetails = new ErrorDetails("The engine of VideoTools cannot be loaded: " + exception.Message)
                    {
                        RecommendedAction = "Install the module again; its folder must hold dependencies/VideoTools.Engine.dll.",
                    },
                });
                throw;
            }
        }
    }

    /// <summary>Runs a call whose options the engine checks; a refusal ends the command.</summary>
    private protected T Checked<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, InvalidOptionId, ErrorCategory.InvalidArgument, null));
            throw;
        }
    }

    /// <summary>The absolute path of a directory that a parameter names; it need not exist. Other providers' paths end the command.</summary>
    private protected string ResolveDirectory(string path)
    {
        var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != PathResolver.FileSystemProvider)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"'{path}' belongs to the provider {provider.Name}; a directory of the file system is wanted."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                path));
        }

        return resolved;
    }

    /// <summary>Writes a file that was made, as Get-Item has it: the view of files shows the size and the mode that the provider adds.</summary>
    private protected void WriteFile(string path) => WriteObject(
        InvokeProvider.Item.Get([$"{PathResolver.FileSystemProvider}::{path}"], force: true, literalPath: true), enumerateCollection: true);

    /// <summary>Writes one non-terminating error; the pipeline goes on.</summary>
    private protected void WriteVideoError(VideoError error) => WriteError(ErrorMapping.ToRecord(error));
}

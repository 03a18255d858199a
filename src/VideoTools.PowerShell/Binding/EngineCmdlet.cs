using System.Diagnostics.CodeAnalysis;

namespace VideoTools.PowerShell;

/// <summary>Base of every cmdlet: the engine, one way to report errors and progress, and the signal to stop.</summary>
public abstract class EngineCmdlet : PSCmdlet, IDisposable
{
    /// <summary>Error id of options that the engine refuses.</summary>
    internal const string InvalidOptionId = "InvalidOption";

    /// <summary>Error id of an engine that cannot be loaded.</summary>
    internal const string EngineUnavailableId = "EngineUnavailable";

    private static int s_lastProgressId = 0x5654;

    // Cmdlets of one pipeline show their progress side by side: each has an id of its own.
    private readonly int _progressId = Interlocked.Increment(ref s_lastProgressId);
    private readonly ProgressGate _gate = new(TimeProvider.System);
    private readonly CancellationTokenSource _stop = new();

    // Files that take long, by their number in the session, under the cmdlet's own line.
    private readonly Dictionary<int, int> _fileIds = [];
    private bool _showsProgress;

    /// <summary>The engine; loading it for the first time takes a moment.</summary>
    private protected IVideoEngine Engine
    {
        get
        {
            try
            {
                return EngineProvider.Get();
            }
            catch (Exception exception)
                when (exception is IOException or BadImageFormatException or TypeLoadException or MissingMemberException)
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

    /// <summary>True when somebody reads what <see cref="Cmdlet.WriteVerbose"/> says.</summary>
    private protected bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : GetVariableValue("VerbosePreference") is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>Cancelled when the user stops the pipeline.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Frees what the cmdlet holds; PowerShell calls this however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_showsProgress)
        {
            ShowFiles([]);
            WriteProgress(new ProgressRecord(_progressId, MyInvocation.MyCommand.Name, "done")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs a call that the command cannot go on without: a refusal of the engine ends the command.</summary>
    private protected T Checked<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorMapping.ToRecord(exception));
            throw;
        }
        catch (VideoToolsException exception)
        {
            ThrowTerminatingError(ErrorMapping.ToRecord(exception.Error));
            throw;
        }
    }

    /// <summary>Runs a call that may fail for one file or name: that is an error, and the command goes on.</summary>
    /// <returns>True when it did not fail.</returns>
    private protected bool Try(Action call)
    {
        try
        {
            call();
            return true;
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
            return false;
        }
    }

    /// <summary>Writes a file if the user agrees.</summary>
    /// <param name="path">The file, or what to call the files.</param>
    /// <param name="action">What is done, for -WhatIf and -Confirm.</param>
    /// <param name="save">Does it, and says whether there was anything to do.</param>
    /// <returns>What became of it; null when the user did not agree, and when it failed.</returns>
    private protected FileOutcome? Save(string path, string action, Func<FileOutcome> save)
    {
        FileOutcome? outcome = null;
        if (ShouldProcess(path, action))
        {
            Try(() => outcome = save());
        }

        if (outcome == FileOutcome.Unchanged)
        {
            WriteVerbose($"'{path}' is unchanged.");
        }

        return outcome;
    }

    /// <summary>Writes what became of a file: the file itself, or with -PassThru a record that says so.</summary>
    private protected void WriteResult(string path, string? video, FileOutcome? outcome, bool passThru)
    {
        if (outcome is { } saved && passThru)
        {
            WriteSaved(path, video, saved);
        }
        else if (outcome is FileOutcome.Nothing)
        {
            WriteWarning($"'{path}' is not written: there is nothing to write{(video is null ? "." : $" about '{video}'.")}");
        }
        else if (outcome is not null)
        {
            WriteFile(path);
        }
    }

    /// <summary>Writes a record of a file that was written, or needed not be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="video">The video that it is about; null where it is about several.</param>
    /// <param name="outcome">What became of it.</param>
    private protected void WriteSaved(string path, string? video, FileOutcome outcome) => WriteObject(
        new SavedFile
        {
            FullName = path,
            VideoPath = video,
            Outcome = outcome,
            Length = File.Exists(path) ? new FileInfo(path).Length : 0,
        });

    /// <summary>The absolute path that a parameter names; it need not exist. A path of another provider ends the command.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    private protected string? ResolvePath(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != PathResolver.FileSystemProvider)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"'{path}' belongs to the provider {provider.Name}; a path of the file system is wanted."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                path));
        }

        return resolved;
    }

    /// <summary>What a parameter says about the taxonomy, for the engine.</summary>
    private protected string? ResolveTaxonomy(string? taxonomy) =>
        taxonomy is null ? null : TaxonomyReference.Resolve(taxonomy, path => ResolvePath(path));

    /// <summary>Writes a file that was made, as Get-Item has it: the view of files shows what the provider adds.</summary>
    private protected void WriteFile(string path) => WriteObject(
        InvokeProvider.Item.Get([$"{PathResolver.FileSystemProvider}::{path}"], force: true, literalPath: true),
        enumerateCollection: true);

    /// <summary>Writes an error for a piped object that cannot be taken; the others go on.</summary>
    private protected void Refuse(object item, string problem) =>
        WriteError(new ErrorRecord(new ArgumentException(problem), InvalidOptionId, ErrorCategory.InvalidArgument, item));

    /// <summary>Writes one non-terminating error; the pipeline goes on.</summary>
    private protected void WriteVideoError(VideoError error) => WriteError(ErrorMapping.ToRecord(error));

    /// <summary>Shows how far the work is, at most five times a second.</summary>
    private protected void ShowProgress(VideoProgress progress)
    {
        if (ShowProgress(progress.ToString(), progress.TotalPercent, progress.SecondsRemaining))
        {
            ShowFiles(progress.FilesTotal > 1 ? [.. progress.Files.Where(file => file.IsLong)] : []);
        }
    }

    /// <summary>Shows how far the work is.</summary>
    /// <param name="status">What was done, or is being done.</param>
    /// <param name="percent">How much of it; -1 where that is not known.</param>
    /// <param name="secondsRemaining">How long it still takes; -1 where that is not known.</param>
    /// <param name="isRare">True shows it at once; otherwise at most five times a second.</param>
    /// <returns>True when it was shown.</returns>
    private protected bool ShowProgress(string status, int percent = -1, int secondsRemaining = -1, bool isRare = false)
    {
        if (!isRare && !_gate.TryPass())
        {
            return false;
        }

        _showsProgress = true;
        WriteProgress(new ProgressRecord(_progressId, MyInvocation.MyCommand.Name, status)
        {
            PercentComplete = percent,
            SecondsRemaining = secondsRemaining,
        });
        return true;
    }

    private void ShowFiles(FileProgress[] files)
    {
        foreach (var done in _fileIds.Keys.Except(files.Select(file => file.InputIndex)).ToArray())
        {
            WriteProgress(new ProgressRecord(_fileIds[done], MyInvocation.MyCommand.Name, "done")
            {
                ParentActivityId = _progressId,
                RecordType = ProgressRecordType.Completed,
            });
            _fileIds.Remove(done);
        }

        foreach (var file in files)
        {
            if (!_fileIds.TryGetValue(file.InputIndex, out var id))
            {
                _fileIds.Add(file.InputIndex, id = Interlocked.Increment(ref s_lastProgressId));
            }

            WriteProgress(new ProgressRecord(id, System.IO.Path.GetFileName(file.FullName), file.ToString())
            {
                ParentActivityId = _progressId,
                PercentComplete = file.Percent,
                SecondsRemaining = file.SecondsRemaining,
            });
        }
    }
}

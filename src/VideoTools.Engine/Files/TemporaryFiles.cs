// Method: a temporary name holds the number of the process that made it and 32 random digits. Whoever makes one deletes it; what a
// process that was killed left is deleted by the next that makes one in the same folder: only what is named exactly so, was last written
// to over an hour ago, and whose process is gone. (A process of another machine on a shared drive counts as gone: hence the hour.)
// Cost: a listing of the folder once a process.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Files;

/// <summary>Names of temporary files and folders, and the end of those that were left.</summary>
internal static partial class TemporaryFiles
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);
    private static readonly ConcurrentDictionary<string, bool> Swept = new(StringComparer.Ordinal);

    // Everything is seen; links and what is named otherwise are passed over.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    /// <summary>
    /// An absolute path that nothing has yet. Of one length whatever it is for: names may be as long as the system allows.
    /// </summary>
    /// <param name="folder">The folder, which exists. What others left in it is deleted the first time.</param>
    /// <param name="prefix">
    /// What the name starts with: ".videotools-" beside what it becomes, "videotools-" in the temporary folder.
    /// </param>
    /// <param name="extension">What it ends with, with a dot; nothing for a folder.</param>
    public static string NameIn(string folder, string prefix, string extension)
    {
        if (Swept.TryAdd(folder, true))
        {
            Sweep(folder);
        }

        return Path.Combine(folder, FormattableString.Invariant($"{prefix}{Environment.ProcessId}-{Guid.NewGuid():N}{extension}"));
    }

    /// <summary>Deletes what processes that are gone left in a folder.</summary>
    public static void Sweep(string folder)
    {
        try
        {
            var old = DateTime.UtcNow - AbandonedAfter;
            foreach (var left in new DirectoryInfo(folder).EnumerateFileSystemInfos("*videotools-*", Everything))
            {
                if (OwnName().Match(left.Name) is { Success: true } name
                    && left.LastWriteTimeUtc < old
                    && (left.Attributes & FileAttributes.ReparsePoint) == 0
                    && !IsRunning(name.Groups["process"].Value))
                {
                    Delete(left);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The next process tries again.
        }
    }

    private static void Delete(FileSystemInfo left)
    {
        try
        {
            if (left is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // Of another user, or in use.
        }
    }

    // Earlier versions named no process: their age alone counts.
    private static bool IsRunning(string process)
    {
        if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var running = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\.?videotools-(?:fold-)?(?:(?<process>[0-9]{1,10})-)?[0-9a-f]{32}(?:-[0-9]{6})?(?:\.[a-z]{1,5})?$")]
    private static partial Regex OwnName();
}

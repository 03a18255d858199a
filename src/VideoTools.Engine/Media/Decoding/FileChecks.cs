using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What can be said of a path before any decoder starts; each problem has its own error.</summary>
internal static class FileChecks
{
    /// <summary>Returns the size in bytes of a file that exists, is a regular file, is not empty and can be opened for reading.</summary>
    /// <exception cref="VideoToolsException">FileNotFound, NotAFile, FileEmpty or FileUnreadable.</exception>
    public static long Verify(string fullName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fullName);
        if (fullName.Contains('\0', StringComparison.Ordinal))
        {
            throw new VideoToolsException(VideoErrorId.FileNotFound, fullName, "The path holds a null character.", "Check the path.");
        }

        if (IsDescriptor(fullName))
        {
            throw new VideoToolsException(
                VideoErrorId.NotAFile,
                fullName,
                $"'{fullName}' is standard input or a pipe, which is not read.",
                "Save the video to a file and name that one.");
        }

        try
        {
            if (Directory.Exists(fullName))
            {
                throw NotAFile(fullName, "is a directory");
            }

            var file = new FileInfo(fullName);
            if (!file.Exists)
            {
                throw fullName.Contains('\uFFFD', StringComparison.Ordinal)
                    ? new VideoToolsException(
                        VideoErrorId.FileUnreadable,
                        fullName,
                        $"The name '{fullName}' holds bytes that are not UTF-8 (shown as \uFFFD); it cannot be opened by it.",
                        "Give the file another name.")
                    : new VideoToolsException(
                        VideoErrorId.FileNotFound, fullName, $"There is no file '{fullName}'.", "Check the path and its spelling.");
            }

            // Looked at before opening: opening a named pipe waits for its other end. Pipes, sockets and devices have no size.
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (target.Length == 0)
            {
                throw IsSpecial(target.FullName)
                    ? NotAFile(fullName, "is a pipe, socket or device")
                    : new VideoToolsException(
                        VideoErrorId.FileEmpty,
                        fullName,
                        $"'{fullName}' has no bytes.",
                        "Check whether the copy or download was completed.");
            }

            using var handle = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return RandomAccess.GetLength(handle);
        }
        catch (FileNotFoundException e)
        {
            throw new VideoToolsException(
                VideoErrorId.FileNotFound, fullName, $"'{fullName}' is gone.", "Check the path; a link may lead nowhere.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VideoToolsException(
                VideoErrorId.FileUnreadable,
                fullName,
                $"'{fullName}' cannot be read: {e.Message}",
                "Check its permissions and whether another program locks it.",
                e);
        }
    }

    // Names of open files of a process: standard input, and what a shell gives for <(command).
    private static bool IsDescriptor(string fullName) =>
        !OperatingSystem.IsWindows()
        && (fullName == "/dev/stdin" || fullName.StartsWith("/dev/fd/", StringComparison.Ordinal)
            || (fullName.StartsWith("/proc/", StringComparison.Ordinal) && fullName.Contains("/fd/", StringComparison.Ordinal)));

    private static bool IsSpecial(string fullName)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        if (fullName.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return true;
        }

        // What can't be positioned is no regular file; opened without waiting for the other end.
        using var handle = LibC.OpenNonBlocking(fullName);
        return handle.IsInvalid || !LibC.CanSeek(handle);
    }

    private static VideoToolsException NotAFile(string fullName, string why) =>
        new(
            VideoErrorId.NotAFile,
            fullName,
            $"'{fullName}' {why}, not a video file.",
            "Name a file, for example folder/*.mp4.");
}

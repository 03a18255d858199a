// Method: the engine reads the pipe itself and hands the bytes to ffprobe and then to ffmpeg, because a pipe can be read once and its
// writer dies when nobody holds the other end: what was read while the header was looked at is given to the decoder again. A read waits
// in slices of a tenth of a second, so that it ends at once when it is to. Cost: one copy of the compressed stream.
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Live;

/// <summary>One opening of a named pipe: from its writer's first byte to its end.</summary>
internal sealed class LivePipe : IDisposable
{
    private const int MostKept = 32 << 20;
    private const int AtOnce = 64 << 10;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private readonly SafeFileHandle? _file;
    private readonly NamedPipeClientStream? _windows;
    private readonly MemoryStream _kept = new();
    private readonly Lock _reading = new();
    private bool _hasBegun;

    private LivePipe(SafeFileHandle? file, NamedPipeClientStream? windows) => (_file, _windows) = (file, windows);

    /// <summary>Opens a pipe; it need not have a writer yet.</summary>
    /// <exception cref="VideoToolsException">SourceInvalid or SourceUnreachable.</exception>
    public static LivePipe Open(LiveSource source)
    {
        var path = source.Reveal();
        if (OperatingSystem.IsWindows())
        {
            const string Prefix = @"\\.\pipe\";
            return path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                ? new LivePipe(null, new NamedPipeClientStream(".", path[Prefix.Length..], PipeDirection.In, PipeOptions.Asynchronous))
                : throw NoPipe(path, File.Exists(path));
        }

        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw NoPipe(path, Directory.Exists(path));
        }

        var file = LibC.OpenNonBlocking(path);
        if (file.IsInvalid)
        {
            file.Dispose();
            throw new VideoToolsException(
                VideoErrorId.SourceUnreachable, path, $"The pipe '{path}' cannot be opened.", "Check its permissions.");
        }

        if (LibC.CanSeek(file))
        {
            file.Dispose();
            throw NoPipe(path, isFile: true);
        }

        return new LivePipe(file, null);
    }

    /// <summary>Hands the bytes on until the pipe ends or nobody takes them; what was kept comes first.</summary>
    /// <param name="target">Who gets them.</param>
    /// <param name="keeps">True keeps them for the next who reads, up to a limit, which is an end then.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void CopyTo(Stream target, bool keeps, CancellationToken cancellationToken)
    {
        // Whoever looked at the header may still wait for bytes when the decoder begins.
        lock (_reading)
        {
            target.Write(_kept.GetBuffer(), 0, (int)_kept.Length);
            if (!keeps)
            {
                _kept.SetLength(0);
                _kept.Capacity = 0;
            }

            var buffer = new byte[AtOnce];
            int read;
            while ((!keeps || _kept.Length < MostKept) && (read = Read(buffer, cancellationToken)) > 0)
            {
                if (keeps)
                {
                    _kept.Write(buffer, 0, read);
                }

                target.Write(buffer, 0, read);
                target.Flush();
            }
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _windows?.Dispose();
    }

    // 0 at the end: a writer was there and is gone.
    private int Read(byte[] buffer, CancellationToken cancellationToken)
    {
        if (_windows is not null)
        {
            if (!_windows.IsConnected && !_hasBegun)
            {
                _windows.ConnectAsync(cancellationToken).GetAwaiter().GetResult();
            }

            _hasBegun = true;
            return _windows.ReadAsync(buffer, cancellationToken).AsTask().GetAwaiter().GetResult();
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!LibC.WaitForInput(_file!, Slice))
            {
                continue;
            }

            var read = LibC.Read(_file!, buffer);
            if (read > 0 || (read == 0 && _hasBegun))
            {
                _hasBegun = true;
                return read;
            }

            // No writer yet, which some systems tell like an end.
            cancellationToken.WaitHandle.WaitOne(Slice);
        }
    }

    private static VideoToolsException NoPipe(string path, bool isFile) => isFile
        ? new VideoToolsException(
            VideoErrorId.SourceInvalid,
            path,
            $"'{path}' is a file or directory, no camera and no named pipe.",
            "Give files with -Path. A pipe is made with mkfifo.")
        : new VideoToolsException(
            VideoErrorId.SourceUnreachable,
            path,
            $"There is no device and no named pipe '{path}'.",
            "Check the name. A pipe is made with mkfifo before it is named.");
}

// Method: bytes are added at the end and are on the disk, or at the server of a shared one, when Flush returns: what was flushed is there
// after this machine dies. Whoever reads learns from elsewhere how many of the bytes count. Cost: one write and one fsync a flush.
namespace VideoTools.Engine.Files;

/// <summary>A file that grows while a long work goes on.</summary>
internal sealed class AppendFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _stream;
    private readonly string _path;

    /// <summary>Makes the file, which must not be there.</summary>
    /// <exception cref="IOException">It is there, or cannot be made.</exception>
    public AppendFile(string path)
    {
        _path = path;
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);
    }

    /// <summary>Bytes written so far.</summary>
    public long Length => _stream.Position;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Adds the first bytes of another file.</summary>
    /// <exception cref="EndOfStreamException">It has fewer.</exception>
    public void CopyFrom(string path, long count)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[BufferSize];
        while (count > 0)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(count, buffer.Length));
            source.ReadExactly(part);
            _stream.Write(part);
            count -= part.Length;
        }
    }

    /// <summary>Brings everything to the disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Ends the writing and gives the file its name, in the same folder.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public void MoveTo(string path)
    {
        Flush();
        _stream.Dispose();
        File.Move(_path, path);
    }

    /// <summary>Ends the writing and deletes the file, if it still has its first name.</summary>
    public void Delete()
    {
        _stream.Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _stream.Dispose();
}

namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>The bytes are not the NUT stream that was agreed on: damaged, cut off or not NUT at all.</summary>
internal sealed class NutFormatException : IOException
{
    /// <summary>Says what is wrong.</summary>
    public NutFormatException(string message, bool isEndOfStream = false)
        : base(message) => IsEndOfStream = isEndOfStream;

    /// <summary>True when the stream ended inside a packet or frame, false when its content is wrong.</summary>
    public bool IsEndOfStream { get; }
}

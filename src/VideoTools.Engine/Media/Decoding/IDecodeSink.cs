namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Listens to one decoder child. All calls come one after another from the reader's thread; a call that blocks holds the child
/// back (that is the back-pressure). A frame is the sink's only during the call unless it retains it.
/// </summary>
internal interface IDecodeSink
{
    /// <summary>A small frame; every frame of the video (or range), in order of display.</summary>
    void OnFrame(VideoFrame frame);

    /// <summary>A large frame.</summary>
    void OnStill(VideoFrame frame);

    /// <summary>The next sound.</summary>
    void OnAudio(AudioBlock block);

    /// <summary>Asked after each delivery: true ends the decode early, without an error.</summary>
    bool IsSatisfied { get; }
}

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
    /// <param name="frame">The frame.</param>
    /// <param name="selection">Which of <see cref="DecodePlan.Stills"/> it belongs to.</param>
    void OnStill(VideoFrame frame, int selection);

    /// <summary>The next sound.</summary>
    /// <param name="block">The samples.</param>
    /// <param name="track">Which of <see cref="DecodePlan.AudioTracks"/> it belongs to.</param>
    void OnAudio(AudioBlock block, int track);

    /// <summary>Asked after each delivery: true ends the decode early, without an error.</summary>
    bool IsSatisfied { get; }
}

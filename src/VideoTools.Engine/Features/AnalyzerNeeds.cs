using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features;

/// <summary>Which of the decoder's streams an analyzer listens to.</summary>
/// <param name="Frames">True for every frame at analysis size (Yuv420P).</param>
/// <param name="Stills">Large frames, null for none.</param>
/// <param name="Audio">True for sound, 16 kHz mono.</param>
/// <param name="AudioTrack">Number of the sound track, 0 for the first. Analyzers of one decode ask for the same one.</param>
internal sealed record AnalyzerNeeds(bool Frames = true, StillSelection? Stills = null, bool Audio = false, int AudioTrack = 0);

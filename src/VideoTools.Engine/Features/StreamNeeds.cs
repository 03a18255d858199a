using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features;

/// <summary>The streams of a decode that a feature subscribes to. It gets exactly these, alone or in company.</summary>
/// <param name="Frames">True for every frame at analysis size (Yuv420P).</param>
/// <param name="Stills">Large frames, null for none.</param>
/// <param name="AudioTrack">The sound to hear, 16 kHz mono; null for none.</param>
internal sealed record StreamNeeds(bool Frames = true, StillSelection? Stills = null, SoundSelection? AudioTrack = null);

namespace VideoTools.Engine.Features.Speech;

/// <summary>Sound copied out of the decoder's buffers.</summary>
/// <param name="Samples">Samples at 16 kHz.</param>
/// <param name="StartSeconds">Time of the first one in the file.</param>
internal readonly record struct SoundChunk(short[] Samples, double StartSeconds);

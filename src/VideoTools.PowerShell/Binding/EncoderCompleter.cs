using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of the encoders that the ffmpeg at hand has.</summary>
public sealed class EncoderCompleter : WordCompleter
{
    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) =>
        EngineProvider.Get().Crops.GetEncoders(bound["FfmpegDirectory"] as string).Select(name => (name, ""));
}

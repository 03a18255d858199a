// Sounds in which nobody speaks: every word a transcript finds in them is a false one.
namespace VideoTools.TestMedia.Speech;

/// <summary>Silence, noise and music. Needs ffmpeg; the films' music needs the films.</summary>
public static class SpeechlessSounds
{
    private static readonly (string Name, string Source)[] Made =
    [
        ("digital silence", "anullsrc=r=16000:cl=mono:d=30"),
        ("hiss at -66 dB", "anoisesrc=r=16000:d=30:a=0.0009:color=white:seed=1"),
        ("white noise", "anoisesrc=r=16000:d=60:a=0.3:color=white:seed=2"),
        ("pink noise", "anoisesrc=r=16000:d=60:a=0.5:color=pink:seed=3"),
        ("brown noise", "anoisesrc=r=16000:d=60:a=0.8:color=brown:seed=4"),
        ("tone 440 Hz", "sine=f=440:r=16000:d=30"),

        // Three notes of a chord that changes every half second, each plucked.
        ("plucked chords", "aevalsrc='exp(-4*mod(t,0.5))*(0.25*sin(2*PI*t*220*pow(2,mod(floor(t*2),5)/12))"
            + "+0.2*sin(2*PI*t*277.18*pow(2,mod(floor(t*2),5)/12))+0.2*sin(2*PI*t*329.63*pow(2,mod(floor(t*2),5)/12)))':s=16000:d=60"),

        // A melody with vibrato and overtones, the nearest of these to a voice.
        ("melody with vibrato", "aevalsrc='0.4*(0.5+0.5*sin(2*PI*0.7*t))*(sin(2*PI*t*260*pow(2,mod(floor(t*3),7)/12)+3*sin(2*PI*5*t))"
            + "+0.4*sin(4*PI*t*260*pow(2,mod(floor(t*3),7)/12)+6*sin(2*PI*5*t)))':s=16000:d=60"),
        ("drum beat", "aevalsrc='0.8*exp(-18*mod(t,0.5))*sin(2*PI*60*mod(t,0.5))+0.3*exp(-60*mod(t+0.25,0.5))*(2*random(0)-1)':s=16000:d=60"),
    ];

    /// <summary>Names of all sounds that can be made here.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Made.Select(m => m.Name)];

    /// <summary>16 kHz mono samples.</summary>
    public static short[] Samples(string name)
    {
        var source = Made.First(m => m.Name == name).Source;
        return System.Runtime.InteropServices.MemoryMarshal
            .Cast<byte, short>(Ffmpeg.Capture("-f", "lavfi", "-i", source, "-ac", "1", "-ar", "16000", "-f", "s16le", "-"))
            .ToArray();
    }

    /// <summary>The music of Big Buck Bunny's first 30 s, in which nobody speaks; null when the film was not fetched.</summary>
    public static short[]? BigBuckBunny => RealClips.BigBuckBunny is { } path ? SpokenTexts.Samples(path) : null;
}

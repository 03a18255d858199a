using VideoTools.Engine.Inference;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

/// <summary>A fact that is skipped, loudly, where a model, the recording or espeak-ng is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresModelFactAttribute : FactAttribute
{
    public RequiresModelFactAttribute(string model, bool recording = false, bool espeak = false)
    {
        Model = model;
        var missing = new List<string>();
        if (!ModelCatalogue.Default.IsPresent(ModelCatalogue.Default.Get(model)))
        {
            missing.Add($"the model {model} is not in .assets (./build.sh fetches the default models, ./build.sh models all)");
        }

        if (recording && SpokenTexts.Kennedy is null)
        {
            missing.Add("jfk.wav is not in .assets (run the build, which fetches it)");
        }

        if (espeak && !EspeakSpeaker.IsAvailable)
        {
            missing.Add("espeak-ng is not installed");
        }

        if ((recording || espeak) && !Ffmpeg.IsAvailable)
        {
            missing.Add("ffmpeg is not on the PATH");
        }

        if (missing.Count > 0)
        {
            Skip = "SKIPPED, NOT PASSED: " + string.Join("; ", missing);
            Console.Error.WriteLine(Skip);
        }
    }

    public string Model { get; }
}

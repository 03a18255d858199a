using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>flags [CLIP] [--rounds N]: what decoder threads, scalers and shortcuts cost in ffmpeg alone; the reasons for ours.</summary>
internal sealed class FlagsCommand : ICommand
{
    public string Summary => "what decoder threads, scalers and shortcuts cost in ffmpeg alone";

    public int Run(IReadOnlyList<string> arguments)
    {
        var clip = Arguments.Positional(arguments) ?? RealClips.BigBuckBunny;
        if (clip is null)
        {
            Console.Error.WriteLine("flags: no clip; run ./build.sh once, or name a file.");
            return 2;
        }

        Candidate Make(string name, string scaler, params string[] input) => new(name, () => Programs.Run(
            "ffmpeg", ["-nostdin", "-v", "error", .. input, "-i", clip, "-map", "0:v:0", "-vf", "scale=320:-2:flags=" + scaler, "-f", "null", "-"]));
        Console.WriteLine(Tournament.ToMarkdown(Tournament.Run(
        [
            Make("area", "area"),
            Make("one decoder thread", "area", "-threads", "1"),
            Make("slice threads", "area", "-thread_type", "slice"),
            Make("bilinear", "bilinear"),
            Make("fast_bilinear", "fast_bilinear"),
            Make("deblocking of key frames only", "area", "-skip_loop_filter", "nokey"),
            Make("no deblocking", "area", "-skip_loop_filter", "all"),
            Make("no deblocking, no non-reference frames", "area", "-skip_loop_filter", "all", "-skip_frame", "noref"),
        ], Arguments.Number(arguments, "--rounds", 3))));
        return 0;
    }
}

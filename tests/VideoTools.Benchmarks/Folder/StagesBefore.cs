// The way of the systems before, with the same models: every stage opens and decodes the file by itself. Text: the first ten frames, the last
// ten and one a second, read one by one ("smart sampling" of the system before; it seeks to each frame, here one decode gives them all, which
// is kinder). Speech: all sound of a file that has a track goes to Whisper, without asking whether anybody speaks.
using System.Globalization;
using System.Runtime.InteropServices;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Folder;

/// <summary>One stage after another.</summary>
internal sealed class StagesBefore
{
    private const int EdgeFrames = 10;

    private readonly PaddleTextReader _reader = new(new TextOptions { Engine = TextEngine.PPOcr });

    /// <summary>Cuts.</summary>
    public static void Scenes(string file) => EngineRuns.Run(new AnalysisRequest(new SceneOptions()), file);

    /// <summary>Colour and light.</summary>
    public static void Visual(string file) => EngineRuns.Run(EngineRuns.Visual, file);

    /// <summary>On-screen text.</summary>
    /// <returns>Frames read.</returns>
    public int Text(string file)
    {
        var info = (VideoInfo)EngineRuns.Run(new InfoRequest { CountFrames = true }, file)[0];
        var (width, height) = AnalysisSize.Fit(info.Width, info.Height, TextAnalyzer.LongSide);
        var step = Math.Max(1, (int)(info.FramesPerSecond ?? 1));
        var select = string.Create(CultureInfo.InvariantCulture, $"select='lt(n,{EdgeFrames})+gte(n,{info.FrameCount - EdgeFrames})+not(mod(n,{step}))',scale={width}:{height}:flags=area,format=rgb24");
        var pixels = Ffmpeg.Capture("-i", file, "-map", "0:v:0", "-vf", select, "-vsync", "passthrough", "-f", "rawvideo", "-");
        var size = width * height * 3;
        for (var i = 0; i < pixels.Length / size; i++)
        {
            _reader.Read([new VideoFrame(pixels[(i * size)..((i + 1) * size)], null, FrameFormat.Rgb24, width, height, i, i, new Rational(1, 1))]);
        }

        return pixels.Length / size;
    }

    /// <summary>Speech.</summary>
    public static void Speech(string file)
    {
        var info = (VideoInfo)EngineRuns.Run(new InfoRequest(), file)[0];
        if (info.AudioTrackCount == 0)
        {
            return;
        }

        var samples = MemoryMarshal.Cast<byte, short>(Ffmpeg.Capture("-i", file, "-map", "0:a:0", "-ar", "16000", "-ac", "1", "-f", "s16le", "-")).ToArray();
        var model = WhisperModel.Load(ModelSessions.Shared, SpeechModel.Base, InferenceDevice.Cpu);
        var transcriber = new WindowTranscriber(model.Vocabulary, model.AlignmentHeads, model.Encode, null, wordTimestamps: false);
        foreach (var window in samples.Chunk(IVoiceActivity.FrameSamples).Where(c => c.Length == IVoiceActivity.FrameSamples)
            .Select((c, i) => new SoundFrame(c, i * SoundFrame.Seconds, 1)).Chunk(SpeechWindower.MaxFrames))
        {
            transcriber.Transcribe(new SpeechWindow(window), CancellationToken.None);
        }
    }
}

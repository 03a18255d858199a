// Method: whisper.cpp encodes and decodes up to 30 s of sound; where words have times, it reads the text once more and follows the
// attention of the heads that each size of the model has for that (dynamic time warping). It works on all cores that NativeRuntime counts,
// so one sound at a time. Ending it: the native code asks between two steps of its graph; the search for the language does not ask, and is
// left to end by itself. Units: seconds, natural logarithms. Cost: `bench speech-engines` prints both engines side by side.
using Whisper.net;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference.Ggml;

/// <summary>A Whisper model of the user's in ggml's format, loaded. Thread-safe.</summary>
internal sealed class GgmlModel : IDisposable
{
    private const int MostTokens = 216;
    private const int LeastSamples = 16_000;
    private const uint WarpingBytes = 512 << 20;

    private static readonly SemaphoreSlim Turn = new(1);

    private readonly WhisperFactory _factory;

    private GgmlModel(string path, GgmlHeader header, WhisperFactory factory)
    {
        Path = path;
        Header = header;
        _factory = factory;
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <summary>What the file says of it.</summary>
    public GgmlHeader Header { get; }

    /// <summary>What it runs on.</summary>
    public static InferenceDevice Device => GgmlRuntime.Device;

    /// <summary>Loads a model.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="mayUseGpu">True uses a GPU where its library and one are there.</param>
    /// <param name="hasTokenTimes">True computes where each token ends.</param>
    /// <exception cref="VideoToolsException">ModelCorrupt, ModelMissing, FileNotFound, FileUnreadable.</exception>
    public static GgmlModel Load(string path, bool mayUseGpu, bool hasTokenTimes)
    {
        var header = GgmlFile.Read(path);
        GgmlRuntime.Prepare(mayUseGpu);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            var options = new WhisperFactoryOptions
            {
                UseGpu = mayUseGpu,
                UseDtwTimeStamps = hasTokenTimes,
                HeadsPreset = hasTokenTimes ? HeadsOf(header) : WhisperAlignmentHeadsPreset.None,
                DtwNTop = 1,
                DtwMemSize = WarpingBytes,
            };
            var factory = WhisperFactory.FromPath(path, options);

            // It says only here that the file could not be loaded.
            factory.CreateBuilder();
            CurrentWork.Tell(FormattableString.Invariant($"Model {path} on {Device}, loaded in {clock.Elapsed.TotalSeconds:0.00} s."));
            return new GgmlModel(path, header, factory);
        }
        catch (WhisperModelLoadException broken)
        {
            throw GgmlFile.Corrupt(path, broken.Message, broken);
        }
        catch (Exception missing) when (missing is DllNotFoundException or FileNotFoundException or PlatformNotSupportedException
            or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw GgmlRuntime.Missing(missing is TypeInitializationException { InnerException: { } inner } ? inner : missing);
        }
    }

    /// <summary>The likeliest language of a sound, and its probability among all.</summary>
    /// <param name="samples">16 kHz, -1 to 1.</param>
    /// <param name="languages">Those to choose among.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public (string Language, double Probability) DetectLanguage(float[] samples, string[] languages, CancellationToken cancellation)
    {
        Turn.Wait(cancellation);
        var search = Task.Run(
            () =>
            {
                try
                {
                    using var processor = _factory.CreateBuilder().WithThreads(NativeRuntime.Threads).Build();
                    return processor.DetectLanguageWithProbability(samples, languages);
                }
                finally
                {
                    Turn.Release();
                }
            },
            CancellationToken.None);
        search.Wait(cancellation);
        return (search.Result.language ?? languages[0], search.Result.probability);
    }

    /// <summary>Transcribes a sound.</summary>
    /// <param name="samples">16 kHz, -1 to 1.</param>
    /// <param name="language">The language that is spoken.</param>
    /// <param name="temperature">0 for the likeliest tokens, above for drawn ones.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GgmlTranscript Transcribe(float[] samples, string language, double temperature, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, CurrentWork.Stop);
        Turn.Wait(stop.Token);
        var processor = Processor(language, (float)temperature);
        try
        {
            var heard = processor.ProcessAsync(Padded(samples), stop.Token).ToBlockingEnumerable(stop.Token).ToList();
            return new GgmlTranscript(
                heard.Select(part => (double)part.NoSpeechProbability).DefaultIfEmpty(1).First(),
                [.. heard.SelectMany(part => part.Tokens).Select(token => new GgmlToken(
                    token.Id, token.ProbabilityLog, token.DtwTimestamp >= 0 ? token.DtwTimestamp / 100.0 : null))]);
        }
        catch (WhisperProcessingException failed) when (!stop.IsCancellationRequested)
        {
            throw GgmlFile.Corrupt(Path, failed.Message, failed);
        }
        finally
        {
            processor.DisposeAsync().AsTask().Wait(CancellationToken.None);
            Turn.Release();
        }
    }

    /// <summary>Frees the model.</summary>
    public void Dispose()
    {
        // A search for a language that was left to end by itself still reads it.
        Turn.Wait(CancellationToken.None);
        try
        {
            _factory.Dispose();
        }
        finally
        {
            Turn.Release();
        }
    }

    // One temperature and one pass over the sound at a time: which text stands, and from where the rest is heard again, is decided where
    // that of the other engine is. The limits keep whisper.cpp's time warping from a sound that is too short for it, where it would end
    // the process: a loop that came to its own limit of 220 tokens would leave some hundredths of a second.
    private WhisperProcessor Processor(string language, float temperature) =>
        _factory.CreateBuilder()
            .WithThreads(NativeRuntime.Threads)
            .WithLanguage(language)
            .WithNoContext()
            .WithTemperature(temperature)
            .WithTemperatureInc(0)
            .WithSingleSegment()
            .WithMaxTokensPerSegment(MostTokens)
            .WithGreedySamplingStrategy(greedy => greedy.WithBestOf(1))
            .Build();

    private static float[] Padded(float[] samples)
    {
        Array.Resize(ref samples, Math.Max(samples.Length, LeastSamples));
        return samples;
    }

    private static WhisperAlignmentHeadsPreset HeadsOf(GgmlHeader header) =>
        (header.TextLayers, header.TextStates, header.IsMultilingual) switch
    {
        (4, 384, true) => WhisperAlignmentHeadsPreset.Tiny,
        (4, 384, false) => WhisperAlignmentHeadsPreset.TinyEn,
        (6, 512, true) => WhisperAlignmentHeadsPreset.Base,
        (6, 512, false) => WhisperAlignmentHeadsPreset.BaseEn,
        (12, 768, true) => WhisperAlignmentHeadsPreset.Small,
        (12, 768, false) => WhisperAlignmentHeadsPreset.SmallEn,
        (24, 1024, true) => WhisperAlignmentHeadsPreset.Medium,
        (24, 1024, false) => WhisperAlignmentHeadsPreset.MediumEn,
        (4, 1280, true) => WhisperAlignmentHeadsPreset.LargeV3Turbo,
        (32, 1280, true) when header.MelBands == 128 => WhisperAlignmentHeadsPreset.LargeV3,
        (32, 1280, true) => WhisperAlignmentHeadsPreset.LargeV2,
        _ => WhisperAlignmentHeadsPreset.NTopMost,
    };
}

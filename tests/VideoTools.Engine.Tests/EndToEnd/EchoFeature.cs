using System.Security.Cryptography;
using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>What an <see cref="EchoFeature"/> subscribes to.</summary>
internal sealed record EchoOptions(bool Frames = false, StillSelection? Stills = null, int? AudioTrack = null) : FeatureOptions;

/// <summary>What was delivered: how much, and hashes of every picture with its time stamp and of every sample. Sound may come before or
/// after the pictures of its time.</summary>
internal sealed record Echo(EchoOptions Of, int Frames, int Stills, long Samples, long EndPts, string Pictures, string Sound);

/// <summary>Gives back what it hears and sees, so that any difference in what is delivered shows.</summary>
internal sealed class EchoFeature : AnalyzerFeature
{
    public override string Name => "Echo";

    public override Type OptionsType => typeof(EchoOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(Echo)];

    public override void Validate(FeatureOptions options)
    {
    }

    public override StreamNeeds Streams(FeatureOptions options)
    {
        var echo = (EchoOptions)options;
        return new StreamNeeds(echo.Frames, echo.Stills, echo.AudioTrack);
    }

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new Analyzer((EchoOptions)options);

    private sealed class Analyzer(EchoOptions options) : IAnalyzer, IDisposable
    {
        private readonly IncrementalHash _pictures = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly IncrementalHash _sound = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private AnalysisContext _context = null!;
        private int _frames;
        private int _stills;
        private long _samples;

        public void Begin(AnalysisContext context) => _context = context;

        public void OnFrame(VideoFrame frame)
        {
            _frames++;
            Add(frame);
        }

        public void OnStill(VideoFrame frame)
        {
            _stills++;
            Add(frame);
        }

        // Blocks may be cut elsewhere in other company; samples may not differ.
        public void OnAudio(AudioBlock block)
        {
            foreach (var sample in block.Samples)
            {
                _sound.AppendData(BitConverter.GetBytes(sample));
                _samples++;
            }
        }

        public void Complete(DecodeSummary summary) => _context.Emit(
            new Echo(options, _frames, _stills, _samples, summary.EndPts, Hash(_pictures), Hash(_sound)));

        public void Dispose()
        {
            _pictures.Dispose();
            _sound.Dispose();
        }

        private static string Hash(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());

        private void Add(VideoFrame frame)
        {
            _pictures.AppendData(BitConverter.GetBytes(frame.Index));
            _pictures.AppendData(BitConverter.GetBytes(frame.Pts));
            _pictures.AppendData(frame.Y);
            _pictures.AppendData(frame.U);
            _pictures.AppendData(frame.V);
        }
    }
}

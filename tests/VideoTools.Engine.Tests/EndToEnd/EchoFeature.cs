using System.Security.Cryptography;
using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>What an <see cref="EchoFeature"/> subscribes to.</summary>
internal sealed record EchoOptions(bool Frames = false, StillSelection? Stills = null, int? AudioTrack = null) : FeatureOptions;

/// <summary>What was delivered: how much, and a hash of every picture, time stamp and sample.</summary>
internal sealed record Echo(EchoOptions Of, int Frames, int Stills, long Samples, string Hash);

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
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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
                _hash.AppendData(BitConverter.GetBytes(sample));
                _samples++;
            }
        }

        public void Complete(DecodeSummary summary)
        {
            _hash.AppendData(BitConverter.GetBytes(summary.EndPts));
            _context.Emit(new Echo(options, _frames, _stills, _samples, Convert.ToHexStringLower(_hash.GetHashAndReset())));
        }

        public void Dispose() => _hash.Dispose();

        private void Add(VideoFrame frame)
        {
            _hash.AppendData(BitConverter.GetBytes(frame.Index));
            _hash.AppendData(BitConverter.GetBytes(frame.Pts));
            _hash.AppendData(frame.Y);
            _hash.AppendData(frame.U);
            _hash.AppendData(frame.V);
        }
    }
}

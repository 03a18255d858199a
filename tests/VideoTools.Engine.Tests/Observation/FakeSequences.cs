using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Observation;

/// <summary>Made-up sequences of two small frames in place of a decoder.</summary>
internal sealed class FakeSequences(int count, int looks = int.MaxValue, Action<int>? before = null) : IJobRunner
{
    private const int Width = 32, Height = 16;

    private int _given;

    /// <summary>Sequences handed out so far.</summary>
    public int Given => Volatile.Read(ref _given);

    public void Run(JobHost host)
    {
        for (var i = 0; i < count; i++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            before?.Invoke(i);
            host.Emit(Make(host.Job.Input.FullName, i, i % looks));
            Interlocked.Increment(ref _given);
        }
    }

    public static FrameSequence Make(string file, int index, int look, int frames = 2)
    {
        var pixels = new byte[Width * Height * 3 / 2 * frames];
        Array.Fill(pixels, (byte)(16 + (look % 200)));
        return new FrameSequence
        {
            FullName = file,
            Index = index + 1,
            Start = TimeSpan.FromSeconds(2 * index),
            End = TimeSpan.FromSeconds(2 * (index + 1)),
            Width = Width,
            Height = Height,
            SeenCount = frames,
            FrameTimes = new ValueList<double>(Enumerable.Range(0, frames).Select(i => (2.0 * index) + i)),
            Pixels = pixels,
            Hash = $"look {look}",
        };
    }
}

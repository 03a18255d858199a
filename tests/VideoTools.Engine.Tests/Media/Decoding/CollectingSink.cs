using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Keeps the times of everything and copies of the pictures.</summary>
internal sealed class CollectingSink : IDecodeSink
{
    public List<(long Index, long Pts)> Frames { get; } = [];

    public List<byte[]> Pictures { get; } = [];

    public List<(long Index, long Pts)> Stills { get; } = [];

    public List<byte[]> StillPictures { get; } = [];

    public List<short> Samples { get; } = [];

    public List<(long Pts, int Count)> Blocks { get; } = [];

    public int StopAfter { get; init; } = int.MaxValue;

    public bool KeepPictures { get; init; } = true;

    public Action? EachFrame { get; init; }

    public (int Width, int Height) Size { get; private set; }

    public (int Width, int Height) StillSize { get; private set; }

    public Rational TimeBase { get; private set; }

    public bool IsSatisfied => Frames.Count + Stills.Count >= StopAfter;

    public void OnFrame(VideoFrame frame)
    {
        Frames.Add((frame.Index, frame.Pts));
        Size = (frame.Width, frame.Height);
        TimeBase = frame.TimeBase;
        if (KeepPictures)
        {
            Pictures.Add([.. frame.Y, .. frame.U, .. frame.V]);
        }

        EachFrame?.Invoke();
    }

    public void OnStill(VideoFrame frame, int selection)
    {
        Stills.Add((frame.Index, frame.Pts));
        StillSize = (frame.Width, frame.Height);
        StillPictures.Add([.. frame.Y, .. frame.U, .. frame.V]);
    }

    public void OnAudio(AudioBlock block, int track)
    {
        Blocks.Add((block.Pts, block.Samples.Length));
        foreach (var sample in block.Samples)
        {
            Samples.Add(sample);
        }
    }
}

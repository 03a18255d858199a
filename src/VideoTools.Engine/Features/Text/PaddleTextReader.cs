using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>
/// Reads pictures with the PP-OCR models of the catalogue. Not thread-safe: one instance per file; the models are shared.
/// </summary>
internal sealed class PaddleTextReader(DeviceOrder device, string? language, double minimumConfidence) : ITextReader
{
    // Shorter than this a box cannot hold a letter that the network reads.
    private const double MinimumHeight = 6;

    private TextDetector? _detector;
    private TextRecognizer? _recognizer;

    public InferenceDevice Device { get; private set; } = Devices.Resolve(device).Device;

    public void Prepare()
    {
        if (_recognizer is not null)
        {
            return;
        }

        var sessions = ModelSessions.Shared;
        var detection = sessions.GetDefault(ModelKind.TextDetection, device);
        var recognition = sessions.GetDefault(ModelKind.TextRecognition, device);
        Device = recognition.Device;
        _detector = new TextDetector(detection);
        _recognizer = new TextRecognizer(recognition, Alphabets.For(sessions.Catalogue, recognition.Model, language));
    }

    public IReadOnlyList<IReadOnlyList<TextLine>> Read(IReadOnlyList<VideoFrame> stills)
    {
        Prepare();
        var boxes = new List<(VideoFrame Still, RotatedBox Box)>();
        var ends = new int[stills.Count];
        for (var i = 0; i < stills.Count; i++)
        {
            var found = LineMerging.Merge(_detector!.Find(stills[i]).Select(f => f.Box));
            boxes.AddRange(found.Where(b => Math.Min(b.Width, b.Height) >= MinimumHeight).Select(b => (stills[i], b)));
            ends[i] = boxes.Count;
        }

        var lines = _recognizer!.Read(boxes);
        return [.. ends.Select((end, i) => lines[(i == 0 ? 0 : ends[i - 1])..end]
            .Where(l => l.Text.Length > 0 && l.Confidence >= minimumConfidence).ToList())];
    }
}

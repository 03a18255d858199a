namespace VideoTools.Engine.Features.Frames;

/// <summary>Makes records of chosen frames, numbered in the order in which they come.</summary>
/// <param name="context">The file.</param>
internal sealed class FrameRecorder(AnalysisContext context)
{
    private const int Decimals = 3;
    private int _index;

    /// <summary>True when there was one.</summary>
    public bool HasEmitted => _index > 0;

    /// <summary>Emits one.</summary>
    /// <param name="note">The frame.</param>
    /// <param name="timeBase">Unit of its time.</param>
    /// <param name="scene">Number of its scene; 0 for none.</param>
    /// <param name="seen">Frames looked at so far.</param>
    /// <param name="status">How whole the input is, as far as it is known.</param>
    public void Emit(FrameNote note, Rational timeBase, int scene, long seen, RecordStatus status) => context.Emit(new SelectedFrame
    {
        FullName = context.Info.FullName,
        Index = ++_index,
        Frame = note.Frame,
        Time = MediaTime.ToTimeSpan(note.Pts, timeBase),
        Seconds = MediaTime.ToSeconds(note.Pts, timeBase),
        SceneIndex = context.SceneIndex > 0 ? context.SceneIndex : scene,
        Brightness = Math.Round(note.Measures.Brightness, Decimals),
        Contrast = Math.Round(note.Measures.Contrast, Decimals),
        Sharpness = Math.Round(note.Measures.Sharpness, Decimals),
        Activity = Math.Round(note.Measures.Activity, Decimals),
        Quality = Math.Round(note.Quality, Decimals),
        Hash = note.Signature.Hash.ToString("X16", CultureInfo.InvariantCulture),
        Width = context.Info.Width,
        Height = context.Info.Height,
        FramesSeen = seen,
        Status = status,
    });
}

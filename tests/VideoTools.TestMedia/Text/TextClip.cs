namespace VideoTools.TestMedia.Text;

/// <summary>A clip on disk with its truth.</summary>
/// <param name="Spec">The recipe.</param>
/// <param name="Path">The file.</param>
public sealed record TextClip(TextClipSpec Spec, string Path)
{
    /// <summary>Overlays with their times in seconds.</summary>
    public IReadOnlyList<(string Text, double Start, double End, string Kind, int Size)> Truth =>
        [.. Spec.Overlays.Select(o => (o.Text, (double)o.StartFrame / Spec.Rate, (double)o.EndFrame / Spec.Rate, o.Kind, o.Size))];
}

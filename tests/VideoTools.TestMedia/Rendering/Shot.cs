namespace VideoTools.TestMedia.Rendering;

/// <summary>A camera take: a source, its look, how long it is seen (its shares in the transitions included) and what happens in it.</summary>
public sealed record Shot(ShotSource Source, int Frames)
{
    /// <summary>ffmpeg filters for the look: crop, mirror, hue, exposure, grain. They run before the scaling to the clip's size.</summary>
    public string Filters { get; init; } = "";

    public Camera? Camera { get; init; }

    /// <summary>Source frames a clip frame: 1 shows every frame once, 0.4 shows 24 frames a second at 60, 2.4 at 10.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Source frames that are needed.</summary>
    public int SourceFrames => Source.IsStill ? 1 : (int)((Frames - 1) * Speed) + 1;

    public IReadOnlyList<FrameEffect> Effects { get; init; } = [];

    /// <summary>Everything that shapes the pixels, as text.</summary>
    public string Key => $"{Source}|{Frames}|{Speed}|{Filters}|{Camera}|{string.Join("&", Effects)}";

    public Shot With(params FrameEffect[] effects) => this with { Effects = [.. Effects, .. effects] };

    public Shot Filtered(string filter) => this with { Filters = Filters.Length == 0 ? filter : Filters + "," + filter };
}

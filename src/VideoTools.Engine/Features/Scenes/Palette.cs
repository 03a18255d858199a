namespace VideoTools.Engine.Features.Scenes;

/// <summary>Which colours a small picture has, whatever their place: objects move, but a shot keeps its colours.</summary>
// Method: histogram over luma and both chroma parts, each sample shared between the two nearest luma bins so that noise and slow
// changes of light make no jumps; distance: half the sum of absolute differences. Cost: about 2 us per frame.
internal static class Palette
{
    private const int LumaBins = 14;
    private const int ChromaBins = 7;
    private const float LumaWidth = 18f;
    private const float ChromaWidth = 12f;

    public const int Bins = LumaBins * ChromaBins * ChromaBins;

    public static void Fill(FrameFeatures frame)
    {
        Array.Clear(frame.Palette);
        var share = 1f / frame.Luma.Length;
        for (var i = 0; i < frame.Luma.Length; i++)
        {
            var luma = Math.Clamp(frame.Luma[i] / LumaWidth, 0, LumaBins - 1.001f);
            var lower = (int)luma;
            var chroma = ((Chroma(frame.Blue[i]) * ChromaBins) + Chroma(frame.Red[i])) * LumaBins;
            frame.Palette[chroma + lower] += share * (1 - (luma - lower));
            frame.Palette[chroma + lower + 1] += share * (luma - lower);
        }
    }

    /// <summary>0: the same colours in the same amounts; 1: no colour in common.</summary>
    public static double Distance(FrameFeatures a, FrameFeatures b)
    {
        var sum = 0f;
        for (var i = 0; i < Bins; i++)
        {
            sum += Math.Abs(a.Palette[i] - b.Palette[i]);
        }

        return sum / 2;
    }

    private static int Chroma(float value) =>
        Math.Clamp((int)MathF.Round((value - 128) / ChromaWidth) + (ChromaBins / 2), 0, ChromaBins - 1);
}

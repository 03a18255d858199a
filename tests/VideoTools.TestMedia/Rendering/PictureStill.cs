namespace VideoTools.TestMedia.Rendering;

/// <summary>A picture file of the user's, held (private validation only: nothing committed needs one).</summary>
public sealed record PictureStill(string Path) : ShotSource(System.IO.Path.GetFileName(Path))
{
    public override bool IsStill => true;

    public override string Prefilter => "crop=w='min(iw,ih*16/9)':h='min(ih,iw*9/16)'";

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => ["-i", Path];
}

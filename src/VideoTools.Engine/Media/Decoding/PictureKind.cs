namespace VideoTools.Engine.Media.Decoding;

/// <summary>Kinds of picture files, by their first bytes: for the message that a picture is no video.</summary>
internal static class PictureKind
{
    private const int HeadBytes = 64;

    /// <summary>The name of the kind; null for what is no picture.</summary>
    public static string? Of(string fullName)
    {
        try
        {
            using var file = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[HeadBytes];
            return Of(head[..RandomAccess.Read(file, head, 0)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF",
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "Photoshop",
        [0, 0, 1, 0, ..] => "icon",
        [0x76, 0x2F, 0x31, 0x01, ..] => "OpenEXR",
        [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => "JPEG XL",
        [0, 0, 0, 12, (byte)'j', (byte)'P', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => "JPEG 2000",
        [(byte)'P', >= (byte)'1' and <= (byte)'7', (byte)'\n' or (byte)' ', ..] => "netpbm",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBrand(head),
        _ => head.IndexOf("<svg"u8) >= 0 ? "SVG" : null,
    };

    // Pictures in the container of MP4 (ISO/IEC 23008-12).
    private static string? OfBrand(ReadOnlySpan<byte> head) => head.Length < 12
        ? null
        : System.Text.Encoding.ASCII.GetString(head[8..12]) switch
        {
            "avif" => "AVIF",
            "heic" or "heix" or "mif1" => "HEIC",
            _ => null,
        };
}

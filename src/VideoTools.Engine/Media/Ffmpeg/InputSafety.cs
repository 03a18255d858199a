namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// How a stranger's file is handed to ffmpeg and ffprobe. The name is given as "file:PATH", so that it is never taken for an option, a
/// URL, a pattern or a protocol. Only local files may be opened, and only formats that hold their own data: playlists and scripts
/// (HLS, DASH, concat, SDP, IMF, image sequences, AviSynth, lavfi, tty and so on) open further files or addresses that the user did not
/// name. Pictures of more than 8192 x 8192 pixels are refused: a decoder keeps some twenty of them.
/// </summary>
internal static class InputSafety
{
    public const string ProtocolWhitelist = "file,pipe";

    // Self-contained formats only. Sound formats are here so that a sound file is reported as "no video", not as "invalid".
    public const string FormatWhitelist =
        "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,flv,asf,ogg,nut,mxf,h264,hevc,vvc,av1,obu,ivf,vc1,"
        + "mjpeg,gif,apng,dv,wtv,rm,dirac,h261,h263,avs,avs2,avs3,cavsvideo,dnxhd,yuv4mpegpipe,swf,roq,bink,smk,nuv,nsv,ffm,gxf,"
        + "mp3,aac,flac,wav,w64,aiff,ac3,eac3,dts,dtshd,truehd,mlp,amr,ape,wv,tta,tak,au,caf,voc,mpc,mpc8,loas,spdif,sox,dsf,opus";

    public const string MaxPixels = "67108864";

    /// <summary>The same as a number.</summary>
    public static readonly ulong MostPixels = ulong.Parse(MaxPixels, CultureInfo.InvariantCulture);

    public static string[] InputOptions { get; } =
    [
        "-protocol_whitelist", ProtocolWhitelist,
        "-format_whitelist", FormatWhitelist,
        "-max_pixels", MaxPixels,
    ];

    /// <summary>The options for a file: of a picture, its one demuxer is named, so that no other is tried.</summary>
    /// <param name="pictureFormat">The demuxer of a picture; null for a video.</param>
    public static string[] OptionsFor(string? pictureFormat) => pictureFormat is null
        ? InputOptions
        :
        [
            "-protocol_whitelist", ProtocolWhitelist,
            "-format_whitelist", pictureFormat,
            "-max_pixels", MaxPixels,
            "-f", pictureFormat,
        ];

    public static string Url(string fullName) => "file:" + fullName;
}

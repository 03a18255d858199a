// What a user may write: rtsp://host/path and rtsps://host/path; /dev/video0 and /dev/v4l/... (Linux), video=NAME (Windows, as DirectShow
// knows it), avfoundation:0 (macOS); or the path of a named pipe. Nothing else is opened. An address may hold a password: what is shown in
// its place is made here, once, and the address itself is given to the decoder alone.
using System.Text.RegularExpressions;

namespace VideoTools;

/// <summary>A camera or stream that a user named. It prints without whatever in its address may be secret.</summary>
public sealed partial class LiveSource
{
    private const string WayOut =
        "Name a camera by rtsp:// or rtsps://, a device (/dev/video0, video=NAME on Windows, avfoundation:0 on macOS), or a named pipe.";

    private const string Hidden = "***";

    private readonly string _address;
    private readonly IReadOnlyList<string> _secrets;

    private LiveSource(LiveSourceKind kind, string address, string name, params IReadOnlyList<string> secrets)
    {
        (Kind, _address, Name) = (kind, address, name);

        // The longest first: one may be a part of another. A single letter says nothing.
        _secrets = [.. secrets.Where(secret => secret.Length > 1).Distinct().OrderByDescending(secret => secret.Length)];
    }

    /// <summary>How it is opened.</summary>
    public LiveSourceKind Kind { get; }

    /// <summary>What it is called in records, messages and on the screen: its address without user, password and other secrets.</summary>
    public string Name { get; }

    /// <summary>Reads what a user wrote.</summary>
    /// <param name="text">An address, a device or the path of a pipe.</param>
    /// <param name="fullPath">Makes a path absolute; null takes the directory of the process.</param>
    /// <exception cref="VideoToolsException">SourceInvalid: it is nothing that is opened. The message holds no secret.</exception>
    public static LiveSource Parse(string text, Func<string, string>? fullPath = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl) ? throw Invalid("(source)", "The source is empty or no text.")
            : scheme > 0 ? ParseAddress(text, text[..scheme].ToLowerInvariant())
            : ParseDevice(text) ?? ParsePipe(text, fullPath ?? Path.GetFullPath);
    }

    /// <summary>The address as it was written, for the decoder and nothing else.</summary>
    public string Reveal() => _address;

    /// <summary>A text of the decoder with the address and every secret in it taken out.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Replace(_address, Name, StringComparison.Ordinal);
        return _secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Hidden, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static LiveSource ParseAddress(string text, string scheme)
    {
        if (scheme is not ("rtsp" or "rtsps"))
        {
            throw Invalid(scheme + "://...", $"Addresses that begin with '{scheme}://' are not opened.");
        }

        // By hand: an address whose password has an @ is none for Uri, and Uri writes some parts in its own way.
        var rest = text[(scheme.Length + 3)..];
        var slash = rest.IndexOfAny(['/', '?', '#']);
        var (authority, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        var at = authority.LastIndexOf('@');
        var (login, host) = (authority[..Math.Max(0, at)], authority[(at + 1)..]);

        // An @ in the path is that of a password with a slash: what stands before it would be shown.
        if (!Uri.TryCreate($"{scheme}://{host}/", UriKind.Absolute, out var address) || address.Host.Length == 0
            || text.Any(char.IsWhiteSpace) || path.Contains('@', StringComparison.Ordinal))
        {
            throw Invalid(
                scheme + "://...",
                "The address is none.",
                "Write rtsp://host/path; in a password, write %23 for #, %2F for /, %40 for @, %3A for :, %3F for ?.");
        }

        var password = login[(login.IndexOf(':', StringComparison.Ordinal) + 1)..];
        List<string> secrets = [login, password, Uri.UnescapeDataString(password)];
        return new LiveSource(LiveSourceKind.Rtsp, text, $"{scheme}://{host}{Hide(path, secrets)}", secrets);
    }

    // Some cameras take user and password in the path or the query: of what looks like name=value only what chooses a picture is shown.
    private static string Hide(string path, List<string> secrets) => Assignment().Replace(path, match =>
    {
        var (name, value) = (match.Groups[1].Value, match.Groups[2].Value);
        if (Harmless().IsMatch(name) && value.Length <= 12)
        {
            return match.Value;
        }

        secrets.AddRange([value, Uri.UnescapeDataString(value)]);
        return $"{name}={Hidden}";
    });

    private static LiveSource? ParseDevice(string text)
    {
        LiveSource Device(bool isHere, string system) => isHere
            ? new LiveSource(LiveSourceKind.Device, text, text)
            : throw Invalid(text, $"'{text}' names a device of {system}.");

        return LinuxDevice().IsMatch(text) ? Device(OperatingSystem.IsLinux(), "Linux")
            : text.StartsWith("video=", StringComparison.Ordinal) ? Device(OperatingSystem.IsWindows(), "Windows")
            : MacDevice().IsMatch(text) ? Device(OperatingSystem.IsMacOS(), "macOS")
            : null;
    }

    private static LiveSource ParsePipe(string text, Func<string, string> fullPath)
    {
        // Of "rtsp:user:password@host" too little is there to tell what is secret.
        if (Scheme().Match(text) is { Success: true } scheme && !File.Exists(text))
        {
            throw Invalid(scheme.Value + "...", $"What begins with '{scheme.Value}' is not opened.");
        }

        var path = fullPath(text);
        return new LiveSource(LiveSourceKind.Pipe, path, path);
    }

    private static VideoToolsException Invalid(string name, string message, string wayOut = WayOut) =>
        new(VideoErrorId.SourceInvalid, name, message, wayOut);

    [GeneratedRegex("([A-Za-z-]+)=([^&/?;_#]*)")]
    private static partial Regex Assignment();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^(channel|subtype|stream|streamtype|profile|unicast|resolution|codec|camera)$", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^/dev/(video\d+|v4l/.+)$")]
    private static partial Regex LinuxDevice();

    [GeneratedRegex(@"^avfoundation:\d+$")]
    private static partial Regex MacDevice();
}

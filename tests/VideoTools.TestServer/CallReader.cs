using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VideoTools.TestServer;

/// <summary>Reads calls of both protocols.</summary>
internal static class CallReader
{
    public static async Task<(ReceivedCall Call, bool IsStream)> ReadAsync(
        HttpContext context, int number, double now, Action<IReadOnlyList<ReadOnlyMemory<byte>>>? onPictures)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body);
        var root = document.RootElement;
        var isOllama = context.Request.Path.Value!.EndsWith("/api/chat", StringComparison.Ordinal);
        var (system, prompt, files) = ("", "", new List<ReadOnlyMemory<byte>>());
        foreach (var message in root.GetProperty("messages").EnumerateArray())
        {
            var text = Text(message, files);
            if (message.GetProperty("role").GetString() == "system")
            {
                system = text;
            }
            else
            {
                prompt = text;
            }
        }

        onPictures?.Invoke(files);
        var options = isOllama && root.TryGetProperty("options", out var found) && found.ValueKind == JsonValueKind.Object ? found : root;
        return (new ReceivedCall
        {
            Number = number,
            Path = context.Request.Path.Value!,
            Model = root.GetProperty("model").GetString() ?? "",
            System = system,
            Prompt = prompt,
            Pictures = [.. files.Select(file => Hash(file.Span))],
            HasSchema = root.TryGetProperty(isOllama ? "format" : "response_format", out var format) && format.ValueKind == JsonValueKind.Object,
            Temperature = Number(options, "temperature"),
            Context = (int?)Number(options, "num_ctx"),
            MaximumTokens = (int?)(Number(options, "num_predict") ?? Number(options, "max_completion_tokens") ?? Number(options, "max_tokens")),
            Authorization = context.Request.Headers.Authorization,
            UserAgent = context.Request.Headers.UserAgent.ToString(),
            Started = now,
        }, root.TryGetProperty("stream", out var stream) ? stream.ValueKind == JsonValueKind.True : isOllama);
    }

    private static string Text(JsonElement message, List<ReadOnlyMemory<byte>> pictures)
    {
        if (message.TryGetProperty("images", out var images) && images.ValueKind == JsonValueKind.Array)
        {
            pictures.AddRange(images.EnumerateArray().Select(image => new ReadOnlyMemory<byte>(Convert.FromBase64String(image.GetString()!))));
        }

        var content = message.GetProperty("content");
        if (content.ValueKind != JsonValueKind.Array)
        {
            return content.GetString() ?? "";
        }

        var text = "";
        foreach (var part in content.EnumerateArray())
        {
            if (part.GetProperty("type").GetString() == "image_url")
            {
                var url = part.GetProperty("image_url").GetProperty("url").GetString()!;
                pictures.Add(Convert.FromBase64String(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]));
            }
            else
            {
                text += part.GetProperty("text").GetString();
            }
        }

        return text;
    }

    private static string Hash(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xD8, .., 0xFF, 0xD9] ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : "no JPEG";

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

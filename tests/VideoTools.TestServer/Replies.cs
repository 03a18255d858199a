using System.Text.Json;

namespace VideoTools.TestServer;

/// <summary>Answers in the words of either protocol.</summary>
internal static class Replies
{
    private const int PromptTokens = 100;

    public static string Of(ReceivedCall call, string answer, bool isStream)
    {
        var tokens = answer.Split(' ').Length;
        return call.Path.StartsWith("/v1", StringComparison.Ordinal)
            ? isStream ? EventsOf(call, answer, tokens) : CompletionOf(call, answer, tokens)
            : isStream ? LinesOf(call, answer, tokens) : LineOf(call, answer, tokens, isLast: true);
    }

    private static string LineOf(ReceivedCall call, string text, int tokens, bool isLast) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["model"] = call.Model,
        ["created_at"] = "2026-01-01T00:00:00Z",
        ["message"] = new { role = "assistant", content = text },
        ["done"] = isLast,
        ["done_reason"] = isLast ? "stop" : null,
        ["total_duration"] = 1000000,
        ["prompt_eval_count"] = isLast ? PromptTokens : null,
        ["eval_count"] = isLast ? tokens : null,
    }.Where(pair => pair.Value is not null).ToDictionary());

    private static string LinesOf(ReceivedCall call, string answer, int tokens) =>
        string.Concat(answer.Split(' ').Select(word => LineOf(call, word + " ", tokens, isLast: false) + "\n")) + LineOf(call, "", tokens, isLast: true) + "\n";

    private static string CompletionOf(ReceivedCall call, string answer, int tokens) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-" + call.Number,
        @object = "chat.completion",
        created = 1767225600,
        model = call.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = answer }, finish_reason = "stop" } },
        usage = new { prompt_tokens = PromptTokens, completion_tokens = tokens, total_tokens = PromptTokens + tokens },
    });

    private static string EventsOf(ReceivedCall call, string answer, int tokens) => string.Concat(answer.Split(' ').Select(word => "data: " + JsonSerializer.Serialize(new
    {
        id = "chatcmpl-" + call.Number,
        @object = "chat.completion.chunk",
        created = 1767225600,
        model = call.Model,
        choices = new[] { new { index = 0, delta = new { content = word + " " } } },
    }) + "\n\n")) + "data: [DONE]\n\n";
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTools.TestServer;

/// <summary>How scripts are written as JSON.</summary>
public static class ScriptJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}

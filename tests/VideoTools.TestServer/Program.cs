using System.Text.Json;
using VideoTools.TestServer;

// VideoTools.TestServer [SCRIPT.json]: serves until its standard input ends; its first line is the address.
var script = args.Length > 0 ? JsonSerializer.Deserialize<ServerScript>(File.ReadAllText(args[0]), ScriptJson.Options) : null;
await using var server = await ModelServer.StartAsync(script);
Console.WriteLine(server.Address);
while (Console.In.ReadLine() is not null)
{
    // Whoever started it holds the other end.
}

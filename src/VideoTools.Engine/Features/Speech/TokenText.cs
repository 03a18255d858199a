namespace VideoTools.Engine.Features.Speech;

/// <summary>From tokens to text.</summary>
internal static class TokenText
{
    /// <summary>The text of the text tokens among <paramref name="tokens"/>; bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Of(ITokens vocabulary, IEnumerable<int> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            bytes.AddRange(vocabulary.Bytes(token));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}

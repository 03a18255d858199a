namespace VideoTools;

/// <summary>A secret that opens a server. It prints as nothing that helps anybody, and is no column of anything.</summary>
public sealed class ApiKey
{
    private readonly string _value;

    /// <summary>Wraps a secret.</summary>
    /// <exception cref="ArgumentException">It is empty, or has characters that no header takes.</exception>
    public ApiKey(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Any(c => c is <= ' ' or > '~'))
        {
            // The value itself is never part of a message.
            throw new ArgumentException(
                "The key is empty or has characters that a key cannot have (spaces, line ends, letters with accents).");
        }

        _value = value;
    }

    /// <summary>The secret, for the header of a request and nothing else.</summary>
    public string Reveal() => _value;

    /// <summary>A text with every occurrence of the secret taken out.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace(_value, "(key)", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => "(key)";
}

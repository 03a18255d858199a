namespace VideoTools;

/// <summary>What a server of models speaks.</summary>
public enum QueryApi
{
    /// <summary>Told by the address: port 11434 or a path with "/api" is Ollama, all else OpenAI.</summary>
    Auto,

    /// <summary>Ollama's own: /api/chat.</summary>
    Ollama,

    /// <summary>OpenAI's, which llama.cpp, vLLM and most others speak: /v1/chat/completions.</summary>
    OpenAI,
}

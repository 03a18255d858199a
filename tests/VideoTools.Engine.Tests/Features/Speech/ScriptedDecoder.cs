using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

/// <summary>A decoder that says what a script wants: a function from the tokens so far (with the prompt) to the next token.</summary>
internal sealed class ScriptedDecoder(Func<IReadOnlyList<int>, int> script, float certainty = 20) : IWhisperDecoder
{
    private readonly List<int> _tokens = [];
    private readonly float[] _logits = new float[TestVocabulary.Size];
    private int _marked;

    public int Steps { get; private set; }

    public ReadOnlySpan<float> Begin()
    {
        _tokens.Clear();
        _tokens.Add(TestVocabulary.Start);
        return Logits();
    }

    public ReadOnlySpan<float> Next(int token)
    {
        Steps++;
        _tokens.Add(token);
        return Logits();
    }

    public void Mark() => _marked = _tokens.Count;

    public void Reset() => _tokens.RemoveRange(_marked, _tokens.Count - _marked);

    public IReadOnlyList<AttentionMap> Attend(ReadOnlySpan<int> tokens, IReadOnlyList<(int Layer, int Head)> heads)
    {
        // Row by row the sound is looked at in equal steps of 10 columns from column 5 on; the prompt looks at the beginning.
        var rows = tokens.Length;
        var map = new float[rows * 1500];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < 1500; column++)
            {
                var centre = 5 + (10 * Math.Max(0, row - 3));
                map[(row * 1500) + column] = Math.Abs(column - centre) <= 5 ? 0.1f : 0;
            }
        }

        return [.. heads.Select(_ => new AttentionMap(rows, 1500, map))];
    }

    public void Dispose()
    {
    }

    private ReadOnlySpan<float> Logits()
    {
        Array.Clear(_logits);
        _logits[script(_tokens)] = certainty;
        return _logits;
    }
}

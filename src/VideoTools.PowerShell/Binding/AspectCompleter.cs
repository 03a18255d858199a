using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes shapes that crops usually have; any other is taken as well.</summary>
public sealed class AspectCompleter : WordCompleter
{
    private static readonly (string Text, string Tip)[] Usual =
    [
        ("9:16", "9:16, upright: shorts, reels, stories"),
        ("1:1", "1:1, square"),
        ("4:5", "4:5, upright: posts"),
        ("16:9", "16:9, wide: television"),
        ("4:3", "4:3, old television"),
        ("3:4", "3:4, upright"),
        ("2:3", "2:3, upright: pins"),
        ("21:9", "21:9, cinema"),
    ];

    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) => Usual;
}

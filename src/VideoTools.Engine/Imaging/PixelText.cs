// Method: letters of 5 x 7 dots, a number of 35 bits each, drawn as squares; a machine without any font can write them.
using System.Collections.Frozen;

namespace VideoTools.Engine.Imaging;

/// <summary>Writes short labels into pictures: digits, capitals and some signs.</summary>
internal static class PixelText
{
    private const int Columns = 5, Rows = 7;

    // Row by row from the top, # is a dot; a dot of distance follows each letter.
    private const string Shapes = """
        0 .###. #...# #..## #.#.# ##..# #...# .###.
        1 ..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.
        2 .###. #...# ....# ...#. ..#.. .#... #####
        3 ##### ...#. ..#.. ...#. ....# #...# .###.
        4 ...#. ..##. .#.#. #..#. ##### ...#. ...#.
        5 ##### #.... ####. ....# ....# #...# .###.
        6 ..##. .#... #.... ####. #...# #...# .###.
        7 ##### ....# ...#. ..#.. .#... .#... .#...
        8 .###. #...# #...# .###. #...# #...# .###.
        9 .###. #...# #...# .#### ....# ...#. .##..
        A .###. #...# #...# ##### #...# #...# #...#
        B ####. #...# #...# ####. #...# #...# ####.
        C .###. #...# #.... #.... #.... #...# .###.
        D ####. #...# #...# #...# #...# #...# ####.
        E ##### #.... #.... ####. #.... #.... #####
        F ##### #.... #.... ####. #.... #.... #....
        G .###. #...# #.... #.### #...# #...# .####
        H #...# #...# #...# ##### #...# #...# #...#
        I .###. ..#.. ..#.. ..#.. ..#.. ..#.. .###.
        J ..### ...#. ...#. ...#. ...#. #..#. .##..
        K #...# #..#. #.#.. ##... #.#.. #..#. #...#
        L #.... #.... #.... #.... #.... #.... #####
        M #...# ##.## #.#.# #.#.# #...# #...# #...#
        N #...# ##..# #.#.# #..## #...# #...# #...#
        O .###. #...# #...# #...# #...# #...# .###.
        P ####. #...# #...# ####. #.... #.... #....
        Q .###. #...# #...# #...# #.#.# #..#. .##.#
        R ####. #...# #...# ####. #.#.. #..#. #...#
        S .#### #.... #.... .###. ....# ....# ####.
        T ##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
        U #...# #...# #...# #...# #...# #...# .###.
        V #...# #...# #...# #...# #...# .#.#. ..#..
        W #...# #...# #...# #.#.# #.#.# #.#.# .#.#.
        X #...# #...# .#.#. ..#.. .#.#. #...# #...#
        Y #...# #...# .#.#. ..#.. ..#.. ..#.. ..#..
        Z ##### ....# ...#. ..#.. .#... #.... #####
        . ..... ..... ..... ..... ..... .##.. .##..
        , ..... ..... ..... ..... .##.. ..#.. .#...
        : ..... .##.. .##.. ..... .##.. .##.. .....
        - ..... ..... ..... .###. ..... ..... .....
        + ..... ..#.. ..#.. ##### ..#.. ..#.. .....
        # .#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.
        ( ...#. ..#.. .#... .#... .#... ..#.. ...#.
        ) .#... ..#.. ...#. ...#. ...#. ..#.. .#...
        """;

    private static readonly FrozenDictionary<char, string> Letters = Shapes
        .Split('\n', StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(line => line[0], line => string.Concat(line[2..].Split(' ')));

    /// <summary>Rows that a text needs.</summary>
    public static int Height(int scale) => Rows * scale;

    /// <summary>Pixels per row that a text needs.</summary>
    public static int Width(string text, int scale)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Math.Max(0, ((text.Length * (Columns + 1)) - 1) * scale);
    }

    /// <summary>Writes a text; what there is no letter for is a gap.</summary>
    /// <param name="picture">Where.</param>
    /// <param name="left">Left edge.</param>
    /// <param name="top">Top edge.</param>
    /// <param name="text">What; small letters become capitals.</param>
    /// <param name="scale">Pixels a dot.</param>
    /// <param name="color">Colour of the dots.</param>
    public static void Write(RgbPicture picture, int left, int top, string text, int scale, RgbColor color)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (i, letter) in text.ToUpperInvariant().Index())
        {
            if (!Letters.TryGetValue(letter, out var dots))
            {
                continue;
            }

            foreach (var (at, dot) in dots.Index())
            {
                if (dot == '#')
                {
                    var (x, y) = (left + (((i * (Columns + 1)) + (at % Columns)) * scale), top + (at / Columns * scale));
                    picture.Fill(new PixelArea(x, y, x + scale, y + scale), color);
                }
            }
        }
    }
}

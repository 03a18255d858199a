using VideoTools.Engine.Media.Tesseract;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Media.Tesseract;

/// <summary>A shell script in place of tesseract, to behave badly, or to say what is wanted. Unix only.</summary>
internal sealed class FakeTesseract : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tesseract-fake-").FullName;

    /// <summary>Makes the script; it knows the languages deu and Latin.</summary>
    /// <param name="script">What it does when it is given pictures: "$1" is the list.</param>
    public FakeTesseract(string script)
    {
        Path = System.IO.Path.Combine(_folder, "tesseract");
        string[] lines =
        [
            "#!/bin/sh",
            "if [ \"$1\" = --list-langs ]; then printf 'List of available languages (2):\\nLatin\\ndeu\\n'; exit 0; fi",
            "printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/arguments\"; printf '%s' \"$OMP_THREAD_LIMIT\" > \"$(dirname \"$0\")/threads\"",
            "cat \"$1\" > \"$(dirname \"$0\")/list\"",
            script,
        ];

        // Written by another process: a file this one still has open for writing in a child just being started can't be executed.
        TestClip.Run("sh", ["-c", "printf '%s\\n' \"$2\" > \"$1\" && chmod 700 \"$1\"", "sh", Path, string.Join('\n', lines)]);
    }

    /// <summary>The script.</summary>
    public string Path { get; }

    public static string Table(params string[] rows) =>
        "printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n"
        + string.Concat(rows.Select(row => row.Replace("\t", "\\t", StringComparison.Ordinal) + "\\n")) + "'";

    /// <summary>A row of the table.</summary>
    public static string Word(int page, string text, int confidence = 95) =>
        FormattableString.Invariant($"5\t{page}\t1\t1\t1\t1\t10\t5\t60\t30\t{confidence}\t{text}");

    public string Said(string what) => File.ReadAllText(System.IO.Path.Combine(_folder, what));

    public (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(int pictures = 1, double seconds = 20) =>
        new TesseractProgram(Path, TimeSpan.FromSeconds(seconds)).Read(
            "deu", [.. Enumerable.Repeat(new GreyPicture(new byte[64 * 200], 200, 64), pictures)]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

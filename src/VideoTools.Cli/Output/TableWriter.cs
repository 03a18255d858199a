using System.Globalization;
using System.Text;

namespace VideoTools.Cli.Output;

/// <summary>A table with columns of fixed width, so that every row can be shown as soon as it is known.</summary>
internal sealed class TableWriter(Stream output) : IRecordWriter
{
    private bool _hasHeader;

    public void Write(object record)
    {
        var columns = RecordSchema.Of(record.GetType()).Columns.Where(column => column.Width > 0).ToArray();
        if (!_hasHeader)
        {
            _hasHeader = true;
            WriteLine(columns, column => (column.Name, IsRight(column.Get(record))));
            WriteLine(columns, column => (new string('-', Math.Min(column.Width, column.Name.Length)), IsRight(column.Get(record))));
        }

        WriteLine(columns, column =>
        {
            var value = column.Get(record);
            return (Short(column, value), IsRight(value));
        });
        output.Flush();
    }

    /// <summary>As a person reads it: times to the millisecond, numbers to two places, files without their folder.</summary>
    private static string Short(RecordColumn column, object? value) => value switch
    {
        TimeSpan time => TimeText.Format(time),
        double number => number.ToString("0.00", CultureInfo.InvariantCulture),
        string path when column.Name == "FullName" => Path.GetFileName(path),
        _ => RecordText.Format(value),
    };

    private static bool IsRight(object? value) => value is int or long or double;

    private void WriteLine(RecordColumn[] columns, Func<RecordColumn, (string Text, bool IsRight)> get)
    {
        var line = new StringBuilder();
        foreach (var column in columns)
        {
            var (text, isRight) = get(column);
            var cell = Fit(Printable(text), column.Width);
            var padding = new string(' ', column.Width - new StringInfo(cell).LengthInTextElements);
            line.Append(isRight ? padding + cell : cell + padding).Append(' ');
        }

        output.Write(Encoding.UTF8.GetBytes(line.ToString().TrimEnd() + Environment.NewLine));
    }

    /// <summary>Control characters in a file name must not reach the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static string Fit(string text, int width)
    {
        var info = new StringInfo(text);
        return info.LengthInTextElements <= width ? text : info.SubstringByTextElements(0, width - 1) + "…";
    }
}

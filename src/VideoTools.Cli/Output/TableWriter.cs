// Method: columns have the widths that their records declare, so that every row can be shown as soon as it is known. On a terminal the
// name of the file is a heading of its rows in place of a column, and what is left of the line goes to the longest text, which is wrapped.
// Cost: linear in the text.
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VideoTools.Cli.Output;

/// <summary>A table that grows row by row.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="terminalWidth">Columns of the terminal; 0 where it is none: then every record is one line of 80 columns at most.</param>
internal sealed class TableWriter(Stream output, int terminalWidth = 0) : IRecordWriter
{
    private const int PlainWidth = 80;

    private Layout? _layout;
    private string? _group;

    private sealed record Layout(Type Type, RecordColumn[] Columns, int[] Widths, int Long, RecordColumn? Group);

    public void Write(object record)
    {
        var type = record.GetType();
        var hasHeader = _layout?.Type == type;
        var layout = _layout = hasHeader ? _layout! : LayOut(type);
        if (layout.Group?.Get(record)?.ToString() is { } group && group != _group)
        {
            // A heading of the table for every group, as it may be long ago that one was seen.
            WriteText((_group is null ? "" : Environment.NewLine) + Printable(Path.GetFileName(group)) + Environment.NewLine);
            _group = group;
            hasHeader = false;
        }

        if (!hasHeader)
        {
            WriteLine(layout, column => (column.Name, IsRight(column.Get(record))));
            WriteLine(layout, column => (new string('-', Math.Min(column.Width, column.Name.Length)), IsRight(column.Get(record))));
        }

        WriteLine(layout, column =>
        {
            var value = column.Get(record);
            return (Short(column, value), IsRight(value));
        });
        output.Flush();
    }

    private Layout LayOut(Type type)
    {
        RecordColumn[] columns = [.. RecordSchema.Of(type).Columns.Where(column => column.Width > 0)];
        if (terminalWidth <= 0)
        {
            return new Layout(type, columns, [.. columns.Select(column => column.Width)], -1, null);
        }

        var name = type.GetCustomAttribute<ViewAttribute>()?.GroupBy;
        var group = Array.Find(columns, column => column.Name == name && column.Type == typeof(string));
        columns = [.. columns.Where(column => column != group)];
        int[] widths = [.. columns.Select(column => column.Width)];

        // The text with the most room already is the one that needs more.
        var longest = columns.Where(IsText).MaxBy(column => column.Width);
        var index = longest is null ? -1 : Array.IndexOf(columns, longest);
        if (index >= 0)
        {
            // One column less: a line that is full to its end makes some terminals begin another.
            widths[index] += Math.Max(Math.Max(terminalWidth, PlainWidth) - widths.Sum(width => width + 1), 0);
        }

        return new Layout(type, columns, widths, index, group);
    }

    private static bool IsText(RecordColumn column) =>
        column.Type == typeof(string) || (column.Type.IsGenericType && column.Type.GetGenericTypeDefinition() == typeof(ValueList<>));

    /// <summary>As a person reads it: times to the millisecond, numbers to two places, files without their folder.</summary>
    private static string Short(RecordColumn column, object? value) => value switch
    {
        TimeSpan time => TimeText.Format(time),
        double number => number.ToString("0.00", CultureInfo.InvariantCulture),
        string path when column.Name == "FullName" => Path.GetFileName(path),
        _ => RecordText.Format(value),
    };

    private static bool IsRight(object? value) => value is int or long or double;

    private void WriteLine(Layout layout, Func<RecordColumn, (string Text, bool IsRight)> get)
    {
        var line = new StringBuilder();
        List<string> more = [];
        var before = 0;
        for (var i = 0; i < layout.Columns.Length; i++)
        {
            var (text, isRight) = get(layout.Columns[i]);
            text = Printable(text);
            if (i == layout.Long)
            {
                more = TextWrap.Wrap(text, layout.Widths[i]);
                text = more[0];
                more.RemoveAt(0);
                before = line.Length;
            }

            var cell = Fit(text, layout.Widths[i]);
            var padding = new string(' ', layout.Widths[i] - new StringInfo(cell).LengthInTextElements);
            line.Append(isRight ? padding + cell : cell + padding).Append(' ');
        }

        WriteText(line.ToString().TrimEnd() + Environment.NewLine);
        more.ForEach(rest => WriteText(new string(' ', before) + rest + Environment.NewLine));
    }

    private void WriteText(string text) => output.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Control characters in a file name must not reach the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static string Fit(string text, int width)
    {
        var info = new StringInfo(text);
        return info.LengthInTextElements <= width ? text : info.SubstringByTextElements(0, width - 1) + "…";
    }
}

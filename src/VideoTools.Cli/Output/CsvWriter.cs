using System.Text;

namespace VideoTools.Cli.Output;

/// <summary>CSV as PowerShell's Export-Csv writes it (RFC 4180): a header, every value in quotes, null as an empty cell without.</summary>
internal sealed class CsvWriter(Stream output) : IRecordWriter
{
    private readonly StringBuilder _line = new();
    private bool _hasHeader;

    public void Write(object record)
    {
        var columns = RecordSchema.Of(record.GetType()).Columns;
        if (!_hasHeader)
        {
            _hasHeader = true;
            WriteLine(columns, column => column.Name);
        }

        WriteLine(columns, column => column.Get(record));
        output.Flush();
    }

    private void WriteLine(IReadOnlyList<RecordColumn> columns, Func<RecordColumn, object?> get)
    {
        _line.Clear();
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
            {
                _line.Append(',');
            }

            if (get(columns[i]) is { } value)
            {
                _line.Append(RecordText.Quote(RecordText.Format(value)));
            }
        }

        _line.Append(Environment.NewLine);
        output.Write(Encoding.UTF8.GetBytes(_line.ToString()));
    }
}

namespace VideoTools.Cli.Output;

/// <summary>Writes records of one type; each is on its way when <see cref="Write"/> returns.</summary>
internal interface IRecordWriter
{
    /// <summary>Writes one record.</summary>
    /// <exception cref="IOException">The output cannot be written, for example because its reader has ended.</exception>
    void Write(object record);
}

namespace VideoTools.PowerShell;

/// <summary>Sorts what is piped to a cmdlet, records and files, into inputs.</summary>
internal interface IItemIntake
{
    /// <summary>Takes a record, a row of one, or a file.</summary>
    void Take(object item);

    /// <summary>Takes a file.</summary>
    void TakeFile(string fullName);

    /// <summary>Hands on what is complete because nothing follows.</summary>
    void Flush();
}

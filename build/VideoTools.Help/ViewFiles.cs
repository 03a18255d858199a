// The two files that tell PowerShell how records look. What a table shows is declared on the record ([View]); how a value is shown follows
// from its type: times through TimeText (short, the same in every culture), lists as text, numbers to the right and in the user's culture.
using System.Xml.Linq;

namespace VideoTools.Help;

/// <summary>Writes the format and the type file of the module from the schema of the records.</summary>
public static class ViewFiles
{
    private const string Size = "'{0}x{1}' -f $_.Width, $_.Height";

    // Columns that no property is by itself, by record and label.
    private static readonly Dictionary<string, (string Script, bool IsRight)> Scripts = new(StringComparer.Ordinal)
    {
        ["VideoInfo.Name"] = ("[System.IO.Path]::GetFileName($_.FullName)", false),
        ["VideoInfo.Size"] = (Size, true),
        ["FaceMatch.Reference"] = ("[System.IO.Path]::GetFileName($_.ReferencePath)", false),
        ["PersonFace.Name"] = ("[System.IO.Path]::GetFileName($_.FullName)", false),
        ["VideoPerson.Name"] = ("[System.IO.Path]::GetFileName($_.FullName)", false),
        ["SimilarVideo.Name"] = ("[System.IO.Path]::GetFileName($_.FullName)", false),
        ["SimilarVideo.Size"] = (Size, true),
        ["VideoTemplate.Size"] = (Size, true),
        ["TranscriptSegment.Text"] = ("if ($_.HasSpeech) { $_.Text } else { '(' + $_.SkipReason + ')' }", false),
        ["ModelInfo.MB"] = ("'{0:0}' -f ($_.Length / 1MB)", true),
        ["VideoCacheEntry.KB"] = ("'{0:0.0}' -f ($_.Length / 1KB)", true),
        ["VideoMetadata.Title"] = ("@($_.Title, $_.Caption, $_.Description, $_.Text).Where({ $_ }, 'First')[0]", false),
        ["VideoNiche.Niche"] = ("if ($_.FullPath) { $_.FullPath } else { $_.Category }", false),
        ["TaxonomyNode.Keywords"] = ("$_.Keyword.Count", true),
    };

    // Two columns make one heading.
    private static readonly XElement ComparisonGroup = new(
        "GroupBy", new XElement("ScriptBlock", "$_.GroupA + ' (A), ' + $_.GroupB + ' (B)'"), new XElement("Label", "Groups"));

    /// <summary>The records that have a view, by name.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(ViewAttribute).Assembly.GetExportedTypes()
            .Where(type => ViewOf(type) is not null).OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Writes VideoTools.Format.ps1xml and VideoTools.Types.ps1xml.</summary>
    /// <param name="directory">The module's directory.</param>
    public static void Write(string directory)
    {
        Format().Save(Path.Combine(directory, "VideoTools.Format.ps1xml"));
        TypeData().Save(Path.Combine(directory, "VideoTools.Types.ps1xml"));
    }

    /// <summary>The tables and lists.</summary>
    public static XDocument Format() => new(new XElement("Configuration", new XElement("ViewDefinitions", Types.SelectMany(Views))));

    /// <summary>The properties that stand for a record where there is room for few, and how deep records are serialized.</summary>
    public static XDocument TypeData() => new(new XElement("Types", Types.Select(type => new XElement(
        "Type", new XElement("Name", type.FullName), new XElement("Members", StandardMembers(type))))));

    private static XElement StandardMembers(Type type)
    {
        var names = ViewOf(type)!.Set.Split(' ').Select(name => new XElement("Name", Property(type, name).Name));
        return new XElement("MemberSet", new XElement("Name", "PSStandardMembers"), new XElement(
            "Members",
            new XElement(
                "PropertySet", new XElement("Name", "DefaultDisplayPropertySet"), new XElement("ReferencedProperties", names)),
            SerializationDepth(type)));
    }

    // A list of records lies two levels below its record; with PowerShell's own depth its items would become texts in a job.
    private static XElement? SerializationDepth(Type type) =>
        RecordSchema.Of(type).Columns.Any(c => IsList(c) && c.Type.GetGenericArguments()[0] is { IsClass: true } item && item != typeof(string))
            ? new XElement("NoteProperty", new XElement("Name", "SerializationDepth"), new XElement("Value", 3))
            : null;

    private static IEnumerable<XElement> Views(Type type)
    {
        var view = ViewOf(type)!;
        var columns = view.Columns.Select(text => new ViewColumn(text)).ToArray();
        yield return View(
            type,
            type == typeof(NicheComparison) ? ComparisonGroup
                : view.GroupBy is { } group ? new XElement("GroupBy", new XElement("PropertyName", Property(type, group).Name))
                : null,
            new XElement(
                "TableControl",
                new XElement("TableHeaders", columns.Select(column => Header(type, column))),
                new XElement("TableRowEntries", new XElement("TableRowEntry", view.Wraps ? new XElement("Wrap") : null, new XElement(
                    "TableColumnItems", columns.Select(column => new XElement("TableColumnItem", Value(type, column))))))));
        if (view.HasList)
        {
            var items = RecordSchema.Of(type).Columns.Select(column => new XElement(
                "ListItem", column.ValueType == typeof(TimeSpan) ? new XElement("Label", column.Name) : null, Shown(column, format: "")));
            yield return View(type, null, new XElement(
                "ListControl", new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", items)))));
        }
    }

    private static XElement View(Type type, XElement? group, XElement control) => new(
        "View",
        new XElement("Name", type.FullName),
        new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
        group,
        control);

    private static XElement Header(Type type, ViewColumn column) => new(
        "TableColumnHeader",
        new XElement("Label", column.Label),
        column.Width.Length > 0 ? new XElement("Width", column.Width) : null,
        IsRight(type, column) ? new XElement("Alignment", "Right") : null);

    private static bool IsRight(Type type, ViewColumn column)
    {
        if (Scripts.TryGetValue($"{type.Name}.{column.Label}", out var special))
        {
            return special.IsRight;
        }

        var shown = Property(type, column.Property).ValueType;
        return shown == typeof(TimeSpan) || (shown.IsPrimitive && shown != typeof(bool));
    }

    private static XElement[] Value(Type type, ViewColumn column)
    {
        if (Scripts.TryGetValue($"{type.Name}.{column.Label}", out var special))
        {
            return [new XElement("ScriptBlock", special.Script)];
        }

        var property = Property(type, column.Property);
        return IsList(property) ? [new XElement("ScriptBlock", $"$_.{property.Name}.ToString()")] : Shown(property, column.Format);
    }

    private static XElement[] Shown(RecordColumn column, string format) =>
        column.ValueType == typeof(TimeSpan) ? [new XElement("ScriptBlock", ShownTime(column))]
        : format.Length == 0 ? [new XElement("PropertyName", column.Name)]
        : [new XElement("PropertyName", column.Name), new XElement("FormatString", $"{{0:{format}}}")];

    private static string ShownTime(RecordColumn column) => column.Type == typeof(TimeSpan)
        ? $"[VideoTools.TimeText]::Format($_.{column.Name})"
        : $"if ($null -ne $_.{column.Name}) {{ [VideoTools.TimeText]::Format($_.{column.Name}) }}";

    private static bool IsList(RecordColumn column) =>
        column.Type.IsGenericType && column.Type.GetGenericTypeDefinition() == typeof(ValueList<>);

    private static RecordColumn Property(Type type, string name) =>
        RecordSchema.Of(type).Find(name)
        ?? throw new InvalidOperationException($"The view of {type.Name} names {name}, which it does not have.");

    private static ViewAttribute? ViewOf(Type type) => (ViewAttribute?)Attribute.GetCustomAttribute(type, typeof(ViewAttribute));

    // "[label=]property[:width[:format]]"
    private sealed record ViewColumn
    {
        public ViewColumn(string text)
        {
            var parts = text.Split(':', 3);
            var names = parts[0].Split('=');
            (Label, Property) = (names[0], names[^1]);
            Width = parts.ElementAtOrDefault(1) ?? "";
            Format = parts.ElementAtOrDefault(2) ?? "";
        }

        public string Label { get; }

        public string Property { get; }

        public string Width { get; }

        public string Format { get; }
    }
}

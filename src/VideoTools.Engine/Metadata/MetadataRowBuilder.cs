namespace VideoTools.Engine.Metadata;

/// <summary>Makes one row from values by name. What a value cannot be read as is left empty and reported.</summary>
/// <param name="source">File that the values come from.</param>
/// <param name="joinColumn">Column that names the video; null for none.</param>
internal sealed class MetadataRowBuilder(string source, string? joinColumn)
{
    private readonly string? _joinName = joinColumn is null ? null : MetadataNames.Normalize(joinColumn);
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spelling = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>What is wrong with the row that was built last.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>True for a column that a row can use.</summary>
    public bool IsUseful(string name) => MetadataNames.Normalize(name) is var normal && (MetadataNames.IsKnown(normal) || IsJoin(normal));

    /// <summary>The row.</summary>
    /// <param name="fields">Values by name; groups of the feature JSON are read as if their values stood at the top.</param>
    /// <param name="number">Number of the row in a table; null for JSON.</param>
    /// <param name="ownsFile">True when the file holds this row alone, so that its name says which video it is about.</param>
    /// <returns>Null when no name is known.</returns>
    public MetadataRow? Build(IReadOnlyDictionary<string, object?> fields, int? number, bool ownsFile)
    {
        _problems.Clear();
        _values.Clear();
        Collect(Nest(fields));
        if (!_values.Keys.Any(name => MetadataNames.IsKnown(name) || IsJoin(name)))
        {
            return null;
        }

        var join = _joinName is null ? null : MetadataTexts.Flatten(_values.GetValueOrDefault(_joinName));
        var shortcode = Text(MetadataNames.Shortcode);
        var ids = new[] { Id(MetadataNames.VideoId), shortcode }.OfType<string>().ToArray();
        var ownStem = ownsFile ? MetadataFileName.SourceStem(source) : null;
        var storage = Text(MetadataNames.StoragePath);
        var address = Text(MetadataNames.PublicUrl);
        var stems = new[] { Text(MetadataNames.FileName), storage, address }
            .OfType<string>().Select(MetadataFileName.Stem).Append(ownStem).OfType<string>().Where(s => s.Length > 0)
            .Distinct(StringComparer.Ordinal).ToArray();
        var id = ids.Length > 0 ? ids[0] : IdOf(ownStem) ?? stems.Select(IdOf).FirstOrDefault() ?? IdOf(join) ?? "";
        return new MetadataRow(Describe(id, shortcode, storage, address, number))
        {
            Ids = ids.Length > 0 || id.Length == 0 ? ids : [id],
            Stems = stems,
            JoinValue = join,
            OwnFileStem = ownStem,
        };
    }

    private static string? IdOf(string? name) =>
        string.IsNullOrEmpty(name) ? null : VideoNames.GetVideoId(MetadataFileName.Stem(name) + ".x");

    private VideoMetadata Describe(string id, string? shortcode, string? storage, string? address, int? number)
    {
        var standard = new VideoMetadata { VideoId = id, SourcePath = source };
        return standard with
        {
            Shortcode = shortcode,
            Title = Text(MetadataNames.Title),
            Description = Text(MetadataNames.Description),
            Caption = Text(MetadataNames.Caption),
            Text = Text(MetadataNames.Text),
            Hashtags = MetadataTexts.Tags(First(MetadataNames.Hashtags)),
            Challenges = MetadataTexts.Tags(First(MetadataNames.Challenges)),
            OwnerUserName = Text(MetadataNames.OwnerUserName),
            OwnerProfileId = Id(MetadataNames.OwnerProfileId),
            ProductType = Text(MetadataNames.ProductType) ?? standard.ProductType,
            Timestamp = Read<DateTimeOffset>(
                MetadataNames.Timestamp, MetadataTimes.TryMoment, "a moment (write it like 2024-05-01 18:30:00, or in seconds)"),
            DurationSeconds = Read<double>(MetadataNames.Duration, MetadataTimes.TryLength, "a length in seconds"),
            Width = Pixels(MetadataNames.Width),
            Height = Pixels(MetadataNames.Height),
            ViewCount = Count(MetadataNames.Views),
            LikeCount = Count(MetadataNames.Likes),
            CommentCount = Count(MetadataNames.Comments),
            FollowerCount = Count(MetadataNames.Followers),
            EngagementRate = Number(MetadataNames.EngagementRate),
            ViewRate = Number(MetadataNames.ViewRate),
            CompositeScore = Number(MetadataNames.CompositeScore),
            Category = First(MetadataNames.Category) is IReadOnlyList<object?> { Count: > 0 } list
                ? MetadataTexts.Flatten(list[0])
                : Text(MetadataNames.Category),
            StoragePath = storage,
            PublicUrl = address,
            VideoUrl = Text(MetadataNames.VideoUrl),
            Status = Text(MetadataNames.Status) ?? standard.Status,
            SourceRow = number,
        };
    }

    // Apify's tables write an object as columns: "authorMeta.name", "hashtags/0/name".
    private static IReadOnlyDictionary<string, object?> Nest(IReadOnlyDictionary<string, object?> fields)
    {
        if (!fields.Keys.Any(name => name.AsSpan().ContainsAny('.', '/')))
        {
            return fields;
        }

        var nested = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            var parts = name.Split('.', '/');
            if (parts.Length == 1 || !MetadataNames.IsGroup(MetadataNames.Normalize(parts[0])))
            {
                nested.TryAdd(name, value);
                continue;
            }

            var place = nested;
            foreach (var part in parts.SkipLast(1))
            {
                place.TryAdd(part, new Dictionary<string, object?>(StringComparer.Ordinal));
                if (place[part] is not Dictionary<string, object?> inner)
                {
                    break; // The column stands for itself, too.
                }

                place = inner;
            }

            place.TryAdd(parts[^1], value);
        }

        return nested;
    }

    private void Collect(IReadOnlyDictionary<string, object?> fields)
    {
        Add(fields);

        // A group may lie in one before it (YouTube: the id of the video in the snippet of an item of a playlist).
        foreach (var group in MetadataNames.Groups)
        {
            if (_values.GetValueOrDefault(group) is IReadOnlyDictionary<string, object?> inner)
            {
                _values.Remove(group);
                Add(inner);
            }
        }

        foreach (var group in MetadataNames.Persons)
        {
            if (_values.GetValueOrDefault(group) is IReadOnlyDictionary<string, object?> person)
            {
                _values.Remove(group);
                AddPerson(person);
            }
        }
    }

    private void AddPerson(IReadOnlyDictionary<string, object?> person)
    {
        var inside = new Dictionary<string, (string Spelling, object? Value)>(StringComparer.Ordinal);
        foreach (var (name, value) in person)
        {
            inside.TryAdd(MetadataNames.Normalize(name), (name, value));
        }

        foreach (var (name, meaning) in MetadataNames.OfPerson)
        {
            if (inside.TryGetValue(name, out var found) && !MetadataNumbers.IsNothing(found.Value) && _values.TryAdd(meaning, found.Value))
            {
                _spelling[meaning] = found.Spelling;
            }
        }
    }

    private void Add(IReadOnlyDictionary<string, object?> fields)
    {
        foreach (var (name, value) in fields)
        {
            var normal = MetadataNames.Normalize(name);
            if (_values.TryAdd(normal, value))
            {
                _spelling[normal] = name;
            }
        }
    }

    // As the source spells it, so that it can be found there.
    private string Spell(string[] names) =>
        _spelling[Array.Find(names, name => !MetadataNumbers.IsNothing(_values.GetValueOrDefault(name))) ?? names[0]];

    private bool IsJoin(string normalName) => _joinName is not null && normalName == _joinName;

    private object? First(string[] names)
    {
        foreach (var name in names)
        {
            if (_values.GetValueOrDefault(name) is { } value && !MetadataNumbers.IsNothing(value))
            {
                return value;
            }
        }

        return null;
    }

    private string? Text(string[] names) => MetadataTexts.Flatten(First(names));

    // Digits that a spreadsheet or a column of floating point took away can't be had back: such an id would find another video, or none.
    private string? Id(string[] names)
    {
        var text = Text(names);
        if (text is null)
        {
            return null;
        }

        var (id, isWhole) = MetadataNumbers.ReadId(text);
        if (!isWhole)
        {
            _problems.Add($"its {Spell(names)} '{text}' has lost its last digits (keep ids as text)");
            return null;
        }

        return id;
    }

    private long? Count(string[] names) => Read<long>(names, MetadataNumbers.TryCount, "a count");

    private double? Number(string[] names) => Read<double>(names, MetadataNumbers.TryNumber, "a number");

    private int? Pixels(string[] names)
    {
        var count = Count(names);
        if (count > int.MaxValue)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"its {Spell(names)} {count} is too large"));
            return null;
        }

        return (int?)count;
    }

    private T? Read<T>(string[] names, Reader<T> read, string wanted)
        where T : struct
    {
        var value = First(names);
        if (value is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>)
        {
            return null; // yt-dlp keeps the comments themselves under the name that others use for their number.
        }

        if (read(value, out var result))
        {
            return result;
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        _problems.Add($"its {Spell(names)} '{(text.Length > 40 ? text[..40] + "..." : text)}' is not {wanted}");
        return null;
    }

    private delegate bool Reader<T>(object? value, out T? result)
        where T : struct;
}

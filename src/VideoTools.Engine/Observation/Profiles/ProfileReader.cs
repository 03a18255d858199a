// The layout of a profile is module/profiles/profile.schema.json. Questions come out in an order in which each stands behind those that
// it depends on, otherwise as in the file.
using System.Text.RegularExpressions;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.Profiles;

/// <summary>Reads profiles of questions.</summary>
internal static partial class ProfileReader
{
    private const long MaximumBytes = 1 << 20;
    private const int MaximumQuestions = 64;

    private static readonly JsonDocumentOptions Tolerant =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>A profile of one question that is given as a text.</summary>
    public static QueryProfile OfPrompt(string prompt) =>
        new("prompt", null, [new ProfileQuestion("answer", AnswerKind.Text, prompt)]);

    /// <summary>Reads a profile.</summary>
    /// <param name="profile">Name of one that comes with the module, or a path.</param>
    /// <exception cref="VideoToolsException">ProfileInvalid.</exception>
    public static QueryProfile Read(string profile)
    {
        var path = ProfileLocator.Find(profile);
        try
        {
            var bytes = TextFile.ReadBytes(path, MaximumBytes) ?? throw new FormatException("it has more than a megabyte.");
            using var document = JsonInput.Parse(bytes.AsMemory(), Tolerant);
            return Read(document.RootElement, Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IOException
            or UnauthorizedAccessException)
        {
            throw new VideoToolsException(
                VideoErrorId.ProfileInvalid,
                path,
                $"'{path}' is no profile: {exception.Message}",
                "Compare it with module/profiles/driver.json and its profile.schema.json.",
                exception);
        }
    }

    internal static QueryProfile Read(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("questions", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("it has no list of questions.");
        }

        List<ProfileQuestion> questions = [.. list.EnumerateArray().Select(Question)];
        Require(questions.Count is >= 1 and <= MaximumQuestions, $"it must have 1 to {MaximumQuestions} questions.");
        var twice = questions.GroupBy(question => question.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"the question '{twice?.Key}' is there twice.");
        var sequence = root.TryGetProperty("sequence", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new QueryProfile(Text(root, "name") ?? name, Text(root, "system"), Sort(questions))
        {
            IntervalSeconds = Number(sequence, "interval"),
            FramesPerSequence = Number(sequence, "framesPerSequence") is { } frames ? (int)frames : null,
            ChangeThreshold = Number(sequence, "changeThreshold"),
        };
    }

    /// <summary>The questions that a prompt has a place for: {{name}}.</summary>
    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_\-]+)\s*\}\}")]
    internal static partial Regex Place();

    private static ProfileQuestion Question(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.Object, "a question is no object.");
        var name = Text(json, "name") ?? "";
        Require(NamePattern().IsMatch(name), $"'{name}' is no name of a question: letters, digits, _ and - only.");
        var prompt = Text(json, "prompt");
        Require(!string.IsNullOrWhiteSpace(prompt), $"the question '{name}' has no prompt.");
        var kind = Text(json, "kind") is not { } text ? AnswerKind.Text
            : Enum.TryParse<AnswerKind>(text, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(text[0])
                ? parsed
            : throw new FormatException($"the kind '{text}' of the question '{name}' is not text, state or level.");
        var labels = Labels(json, kind, name);
        return new ProfileQuestion(name, kind, prompt!)
        {
            // A place in the prompt is a dependency by itself.
            DependsOn =
            [
                .. Texts(json, "dependsOn").Concat(Place().Matches(prompt!).Select(match => match.Groups[1].Value))
                    .Distinct(StringComparer.Ordinal),
            ],
            Labels = labels,
            Schema = json.TryGetProperty("schema", out var schema)
                ? schema.ValueKind == JsonValueKind.Object ? schema.Clone() : null
                : kind == AnswerKind.Text ? null : AnswerSchema.Of(kind, labels),
        };
    }

    private static IReadOnlyList<AnswerLabel> Labels(JsonElement json, AnswerKind kind, string name)
    {
        if (!json.TryGetProperty("labels", out var labels))
        {
            Require(kind != AnswerKind.State, $"the question '{name}' asks for a state and has no labels.");
            return kind == AnswerKind.Level ? LevelWords.Default : [];
        }

        Require(labels.ValueKind == JsonValueKind.Object, $"the labels of the question '{name}' are no object.");
        var raises = json.TryGetProperty("raises", out var raised) && raised.ValueKind == JsonValueKind.Object
            ? raised.EnumerateObject().ToDictionary(pair => pair.Name.ToUpperInvariant(), pair => Level(pair.Value.GetString(), name))
            : [];
        List<AnswerLabel> list =
        [
            .. labels.EnumerateObject().Select(pair => new AnswerLabel(
                pair.Name.ToUpperInvariant(), [.. pair.Value.EnumerateArray().Select(word => word.GetString()!.ToLowerInvariant())])
            {
                Raises = raises.TryGetValue(pair.Name.ToUpperInvariant(), out var level) ? level : null,
            }),
        ];
        Require(list.Count > 0, $"the question '{name}' has no labels.");
        Require(kind != AnswerKind.Level || list.TrueForAll(label => Enum.TryParse<AlertLevel>(label.Name, true, out _)),
            $"the labels of the question '{name}' are not HIGH, MODERATE and LOW.");
        return list;
    }

    private static AlertLevel Level(string? text, string name) =>
        Enum.TryParse<AlertLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : throw new FormatException($"'{text}', which a state of the question '{name}' raises, is no level.");

    private static List<ProfileQuestion> Sort(List<ProfileQuestion> questions)
    {
        List<ProfileQuestion> sorted = [];
        var names = questions.Select(question => question.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (question, missing) in questions.Select(q => (q, q.DependsOn.FirstOrDefault(name => !names.Contains(name)))))
        {
            Require(missing is null, $"the question '{question.Name}' depends on '{missing}', which there is not.");
        }

        while (sorted.Count < questions.Count)
        {
            var known = sorted.Select(question => question.Name).ToHashSet(StringComparer.Ordinal);
            var next = questions.Find(question => !known.Contains(question.Name) && question.DependsOn.All(known.Contains));
            sorted.Add(next ?? throw new FormatException("its questions depend on each other in a circle."));
        }

        return sorted;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : null;

    private static IEnumerable<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.GetString() ?? "")
            : [];

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new FormatException(message);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex NamePattern();
}

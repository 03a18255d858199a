namespace VideoTools.Help;

/// <summary>Finds where the pages and the cmdlets disagree.</summary>
public static class HelpChecker
{
    private const int MinimumExamples = 2;

    /// <summary>Parameters that PowerShell itself adds to cmdlets with ShouldProcess.</summary>
    public static IReadOnlyList<string> ShouldProcessParameters { get; } = ["WhatIf", "Confirm"];

    /// <summary>One line a problem.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<CommandModel> commands, HelpLibrary library)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(library);
        var problems = new List<string>();
        foreach (var command in commands)
        {
            if (library.CommandPages.TryGetValue(command.Name, out var page))
            {
                problems.AddRange(CheckPage(command, page, library).Select(problem => $"{command.Name}: {problem}"));
            }
            else
            {
                problems.Add($"{command.Name}: there is no page {command.Name}.md.");
            }
        }

        problems.AddRange(library.CommandPages.Keys
            .Except(commands.Select(command => command.Name), StringComparer.Ordinal)
            .Select(name => $"{name}: there is a page, but no cmdlet."));
        if (library.AboutPages.Count == 0)
        {
            problems.Add("There is no about_ page.");
        }

        return problems;
    }

    private static IEnumerable<string> CheckPage(CommandModel command, HelpPage page, HelpLibrary library)
    {
        if (page.Title != command.Name)
        {
            yield return $"the page's title is '{page.Title}'.";
        }

        if (!Uri.TryCreate(command.HelpUri, UriKind.Absolute, out _))
        {
            yield return "the cmdlet has no HelpUri.";
        }

        foreach (var section in new[] { "SYNOPSIS", "DESCRIPTION", "NOTES", "RELATED LINKS" })
        {
            if (page.Text(section).Length == 0)
            {
                yield return $"section {section} is missing or empty.";
            }
        }

        var names = command.Parameters.Select(parameter => parameter.Name)
            .Concat(command.SupportsShouldProcess ? ShouldProcessParameters : [])
            .ToArray();
        foreach (var name in names)
        {
            if (library.FindParameter(page, name) is not { Prose.Length: > 0 })
            {
                yield return $"parameter -{name} is not described.";
            }
        }

        foreach (var entry in page.Entries("PARAMETERS"))
        {
            if (!names.Contains(entry.Heading.TrimStart('-'), StringComparer.OrdinalIgnoreCase))
            {
                yield return $"parameter {entry.Heading} is described, but the cmdlet has none of that name.";
            }
        }

        var examples = page.Entries("EXAMPLES");
        if (examples.Count < MinimumExamples)
        {
            yield return $"there are {examples.Count} examples; at least {MinimumExamples} are wanted.";
        }

        foreach (var example in examples)
        {
            if (!example.Code.Contains(command.Name, StringComparison.Ordinal) || example.Prose.Length == 0)
            {
                yield return $"example '{example.Heading}' does not run the cmdlet, or says nothing about it.";
            }
        }

        if (page.Entries("INPUTS").Count == 0)
        {
            yield return "section INPUTS has no entry.";
        }

        var outputs = page.Entries("OUTPUTS").Select(entry => entry.Heading).ToArray();
        if (!outputs.Order(StringComparer.Ordinal).SequenceEqual(command.OutputTypes.Order(StringComparer.Ordinal)))
        {
            yield return $"section OUTPUTS names {string.Join(", ", outputs)}; the cmdlet gives {string.Join(", ", command.OutputTypes)}.";
        }
    }
}

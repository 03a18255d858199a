using VideoTools.Engine.Files;

namespace VideoTools.Engine.Reporting;

/// <summary>Writes the chosen frames and the people of a single video, each with its picture.</summary>
internal static class PeopleJson
{
    /// <summary>Writes the arrays "sheet" and "people".</summary>
    public static void Write(Utf8JsonWriter json, ReportData data, string? fullName)
    {
        var stills = data.Stills.Where(still => still.FullName == fullName)
            .GroupBy(still => TimeSpan.FromSeconds(still.Seconds)).ToDictionary(group => group.Key, group => group.First());
        var frames = fullName is null ? [] : DetailStills.Frames(data, fullName);
        var people = fullName is null ? [] : DetailStills.People(data, fullName);
        json.WriteList("sheet", frames, frame => WriteFrame(json, frame, StillAt(frame.Time)));
        json.WriteList("people", people, person => WritePerson(json, person, StillAt(person.Time)));

        VideoStill? StillAt(TimeSpan time) => stills.GetValueOrDefault(DetailStills.Moment(time));
    }

    private static void WriteFrame(Utf8JsonWriter json, SelectedFrame frame, VideoStill? still)
    {
        json.WriteStartObject();
        json.WriteRounded("at", frame.Seconds);
        json.WriteNumber("scene", frame.SceneIndex);
        json.WriteRounded("quality", frame.Quality, 2);
        WritePicture(json, still);
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, VideoPerson person, VideoStill? still)
    {
        json.WriteStartObject();
        json.WriteNumber("number", person.PersonId);
        json.WriteRounded("at", person.Seconds);
        json.WriteRounded("screen", person.ScreenSeconds);
        json.WriteNumber("faces", person.FaceCount);
        json.WriteRounded("solo", person.SoloShare, 2);
        json.WriteRounded("first", person.FirstSeconds);
        json.WriteRounded("last", person.LastSeconds);
        json.WriteList("box", [person.X, person.Y, person.Width, person.Height], json.WriteNumberValue);
        WritePicture(json, still);
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, VideoStill? still)
    {
        if (still is not null)
        {
            json.WriteBase64String("still", still.Jpeg.Span);
        }
    }
}

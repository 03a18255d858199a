// People of faces: tracks (FaceTracks), groups of tracks by average linkage (PersonGrouping), and what is said of each group.
// Order: by time on the screen, then by the number of faces, then by the first appearance.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.People;

/// <summary>Tells people apart by their faces.</summary>
internal sealed class VideoPeople : IPeople
{
    /// <inheritdoc/>
    public void Validate(PeopleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Threshold is >= 0.05 and <= 1, "Threshold must be 0.05 to 1.");
        Require(options.Best is >= 0 and <= 1000, "Best must be 0 to 1000.");
        Require(options.MinimumGapSeconds is >= 0 and <= 86400, "MinimumGap must be 0 to 86400 seconds.");
    }

    /// <inheritdoc/>
    public PersonGroups Group(IReadOnlyList<VideoFace> faces, PeopleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(faces);
        Validate(options);
        var tracks = FaceTracks.Of(faces);
        var first = PersonGrouping.Assign(tracks, options.Threshold, cancellationToken);
        var intervals = ScreenTime.Intervals(tracks);
        var people = tracks.Select((track, i) => (Track: track, First: first[i]))
            .GroupBy(pair => pair.First, pair => pair.Track)
            .Select(group => new Person([.. group], ScreenTime.Of(group, intervals)))
            .OrderByDescending(person => Math.Round(person.Seconds, 3))
            .ThenByDescending(person => person.Tracks.Sum(track => track.Faces.Count))
            .ToArray();
        Dictionary<VideoFace, (int Person, int Rank)> places = new(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < people.Length; i++)
        {
            foreach (var face in people[i].Faces)
            {
                places[face] = (i + 1, 0);
            }

            foreach (var (rank, face) in BestShots.Choose(people[i].Faces, options.Best, options.MinimumGapSeconds).Index())
            {
                places[face] = (i + 1, rank + 1);
            }
        }

        return new PersonGroups(
            [.. people.Select((person, i) => Record(person, i + 1))],
            [.. faces.Where(places.ContainsKey).Select(face => Record(face, places[face], people[places[face].Person - 1]))],
            faces.Count(face => face.Embedding.Count == 0));
    }

    /// <inheritdoc/>
    public FaceMatch? Compare(VideoFace face, IReadOnlyList<VideoFace> references, double threshold)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(references);
        Require(threshold is >= -1 and <= 1, "Threshold must be -1 to 1.");
        var known = references.Where(reference => reference.Embedding.Count > 0).ToArray();
        Require(known.Length > 0, "No reference has an embedding.");
        if (face.Embedding.Count == 0)
        {
            return null;
        }

        var unit = FaceTracks.Unit(face.Embedding);
        var (reference, similarity) = known.Select(other => (Reference: other, Similarity: Cosine(unit, other)))
            .MaxBy(pair => pair.Similarity);
        return RecordSchema.With(
            new FaceMatch
            {
                FullName = face.FullName,
                ReferencePath = reference.FullName,
                Similarity = Math.Round(similarity, 6),
                IsMatch = similarity >= threshold,
            },
            face);
    }

    private static double Cosine(float[] unit, VideoFace other) => other.Embedding.Count == unit.Length
        ? AverageLinkage.Dot(unit, FaceTracks.Unit(other.Embedding))
        : throw new ArgumentException($"Embeddings differ in length: {unit.Length} and {other.Embedding.Count}.");

    private static VideoPerson Record(Person person, int number)
    {
        var best = BestShots.First(person.Faces);
        var (first, last) = (person.Tracks[0].Faces[0], person.LastFace);
        return new VideoPerson
        {
            FullName = best.FullName,
            PersonId = number,
            Time = best.Time,
            Seconds = best.Seconds,
            Frame = best.Frame,
            X = best.X,
            Y = best.Y,
            Width = best.Width,
            Height = best.Height,
            BestScore = best.CompositeScore,
            FaceCount = person.Faces.Count(),
            TrackCount = person.Tracks.Count,
            VideoCount = person.Tracks.DistinctBy(track => track.FullName).Count(),
            ScreenTime = TimeSpan.FromSeconds(Math.Round(person.Seconds, 6)),
            ScreenSeconds = Math.Round(person.Seconds, 6),
            SoloShare = Math.Round(person.Faces.Average(face => face.FacesInFrame <= 1 ? 1.0 : 0), 6),
            FirstFullName = first.FullName,
            First = first.Time,
            FirstSeconds = first.Seconds,
            LastFullName = last.FullName,
            Last = last.Time,
            LastSeconds = last.Seconds,
            Embedding = new ValueList<double>(person.Embedding.Select(value => Math.Round(value, 6))),
        };
    }

    private static PersonFace Record(VideoFace face, (int Person, int Rank) place, Person person) => RecordSchema.With(
        new PersonFace
        {
            FullName = face.FullName,
            PersonId = place.Person,
            Rank = place.Rank,
            IsSolo = face.FacesInFrame <= 1,
            Similarity = Math.Round(AverageLinkage.Dot(FaceTracks.Unit(face.Embedding), person.Embedding), 6),
        },
        face);

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }

    // Tracks are in the order of path and time.
    private sealed class Person(IReadOnlyList<FaceTrack> tracks, double seconds)
    {
        public IReadOnlyList<FaceTrack> Tracks => tracks;

        public double Seconds => seconds;

        public IEnumerable<VideoFace> Faces => tracks.SelectMany(track => track.Faces);

        public VideoFace LastFace => tracks.Where(track => track.FullName == tracks[^1].FullName)
            .SelectMany(track => track.Faces).MaxBy(face => face.Seconds)!;

        public float[] Embedding { get; } = FaceTracks.Unit(Enumerable.Range(0, tracks[0].Embedding.Length)
            .Select(i => tracks.Sum(track => track.Weight * track.Embedding[i])));
    }
}

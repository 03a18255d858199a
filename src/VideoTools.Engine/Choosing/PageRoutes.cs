using System.Net;
using VideoTools.Engine.Reporting;

namespace VideoTools.Engine.Choosing;

/// <summary>Answers the requests of a page that were let in.</summary>
/// <param name="work">The work behind it.</param>
/// <param name="cancellationToken">Ends the work at once.</param>
internal sealed class PageRoutes(ChoiceWork work, CancellationToken cancellationToken)
{
    /// <summary>Largest body that is read.</summary>
    public const int MostBytes = 64 * 1024;

    private const string Html = "text/html; charset=utf-8";

    /// <summary>Answers one request.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">What follows the key.</param>
    /// <param name="type">Media type of the body.</param>
    /// <param name="body">The body; null where it is too long.</param>
    public PageReply Answer(string method, string path, string type, byte[]? body) => (method, path) switch
    {
        ("GET", "") => Text(Html, "choose.html"),
        ("GET", "choose.css") => new PageReply(
            200, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageResources.Read("theme.css") + PageResources.Read("choose.css"))),
        ("GET", "choose.js") => Text("text/javascript; charset=utf-8", "choose.js"),
        ("GET", "choose.svg") => Text("image/svg+xml", "choose.svg"),
        ("GET", "status") => Status(),
        ("GET", _) when path.StartsWith("preview/", StringComparison.Ordinal) =>
            Picture(path["preview/".Length..], "image/png", work.State.Preview),
        ("GET", _) when path.StartsWith("scene/", StringComparison.Ordinal) =>
            Picture(path["scene/".Length..], "image/jpeg", index => work.Scene(index, cancellationToken)),
        ("POST", "stay" or "select") when body is null => Problem(HttpStatusCode.RequestEntityTooLarge, "The request is too long."),
        ("POST", "stay") => Stay(),
        ("POST", "select") => Select(type, body),
        ("GET" or "POST", _) => Problem(HttpStatusCode.NotFound, "There is no such page."),
        _ => Problem(HttpStatusCode.MethodNotAllowed, "Only GET and POST are answered."),
    };

    /// <summary>An answer that says what is wrong.</summary>
    public static PageReply Problem(HttpStatusCode code, string text) =>
        new((int)code, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private static PageReply Text(string type, string resource) => new(200, type, Encoding.UTF8.GetBytes(PageResources.Read(resource)));

    private static PageReply Picture(string number, string type, Func<int, byte[]?> find) =>
        !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? Problem(HttpStatusCode.BadRequest, "This is no number.")
            : find(index) is { } picture ? new PageReply(200, type, picture)
            : Problem(HttpStatusCode.NotFound, "There is no such picture.");

    private PageReply Status()
    {
        var isLast = work.State.Status is ChoiceStatus.Complete or ChoiceStatus.Failed;
        return new PageReply(200, "application/json", work.State.ToJson(), isLast);
    }

    private PageReply Stay()
    {
        work.State.Stay();
        return new PageReply((int)HttpStatusCode.NoContent, "", []);
    }

    private PageReply Select(string type, byte[] body)
    {
        // A form of another site cannot send this type without asking first, and nobody answers that.
        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Problem(HttpStatusCode.UnsupportedMediaType, "A choice is JSON.");
        }

        if (work.State.Status != ChoiceStatus.CandidatesReady)
        {
            return Problem(HttpStatusCode.Conflict, "There is nothing to choose now.");
        }

        if (ChoiceOrderReader.TryRead(body, work.State, work.Options.Activity.MaximumSpeed, out var order) is { } wrong)
        {
            return Problem(wrong.IsUnknown ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, wrong.Problem);
        }

        if (order!.Encode && work.Options.Export is null)
        {
            return Problem(HttpStatusCode.BadRequest, "This page only chooses.");
        }

        return work.TryOrder(order) ? new PageReply((int)HttpStatusCode.Accepted, "", [])
            : Problem(HttpStatusCode.Conflict, "A choice is being carried out.");
    }
}

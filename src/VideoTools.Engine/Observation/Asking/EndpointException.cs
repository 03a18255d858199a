using System.Net;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>A server refused, or did what is not followed.</summary>
/// <param name="message">What to tell the user; without any secret.</param>
internal sealed class EndpointException(string message) : Exception(message)
{
    /// <summary>What it answered with; null where it is not about an answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long it asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the same call may go well later.</summary>
    public bool IsTransient => Status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests
        or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;

    /// <summary>True when the server says that too much is asked of it.</summary>
    public bool IsBusy => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    /// <summary>True when the server may not take the JSON schema.</summary>
    public bool IsRefusal => Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotImplemented;

    /// <summary>The one that an exception is, or was caused by; null for others.</summary>
    public static EndpointException? In(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is EndpointException found)
            {
                return found;
            }
        }

        return null;
    }
}
